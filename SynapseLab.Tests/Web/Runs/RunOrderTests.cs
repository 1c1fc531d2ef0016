using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Api;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunOrderTests
{
    [Fact]
    public void ReadOptions_NamesOfCommandLineAndSeeds_SetTheSameOptions()
    {
        var options = Order("""{ "num_epochs": 7, "--batch-size": "16", "learning_rate": 2e-4, "mixed_precision": true, "memory_efficient": false, "method": "moco2", "temperature": 0.3 }""").ReadOptions(new()).Options;

        Assert.Equal((7, 16, 2e-4, "bfloat16", new TrainingOptions().Loading, "moco2"), (options.Epochs, options.BatchSize, options.LearningRate, options.Precision, options.Loading, options.Method));
        Assert.Equal("0.3", OptionSchema.Find("Temperature")!.Read(options));
    }

    [Fact]
    public void ReadOptions_Preset_IsWhereTheyBegin()
    {
        var preset = OptionPresets.Find("seed-simclr").Apply(new());

        Assert.Equal(TrainingJson.ToJson(preset with { Epochs = 3 }), TrainingJson.ToJson((Order("""{ "epochs": 3 }""") with { Preset = "seed-simclr" }).ReadOptions(new()).Options));
    }

    [Theory]
    [InlineData("""{ "epoch": 3 }""", "no option \"epoch\"")]
    [InlineData("""{ "epochs": 3, "num_epochs": 4 }""", "--epochs came twice")]
    [InlineData("""{ "precision": "float32", "mixed_precision": true }""", "--precision came twice")]
    [InlineData("""{ "epochs": 2.5 }""", "--epochs: Expected a whole number, got \"2.5\"")]
    [InlineData("""{ "epochs": [3] }""", "epochs: Expected a number, a text, true or false, got Array")]
    [InlineData("""{ "mixed_precision": "perhaps" }""", "mixed_precision: Expected true or false")]
    [InlineData("""{ "distributed": true }""", "distributed: The server starts the processes of a run itself, without torchrun; leave it out")]
    public void ReadOptions_WhatItCannotTake_SaysWhichAndWhy(string options, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<EngineException>(() => Order(options).ReadOptions(new())).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadOptions_OptionsWithoutEffect_AreNamedWithTheReason()
    {
        var (options, idle) = Order("""{ "epochs": 3, "layer_num": 4, "memory_efficient": false, "optimizer": "adamw" }""").ReadOptions(new());

        Assert.Equal((3, 4), (options.Epochs, options.LayerNum));
        Assert.Equal(["--layer-num changes nothing: it belongs to the backbone vgg3d (this run: resnet3d18)."], idle);
        Assert.Empty(Order("""{ "backbone": "vgg3d", "layer_num": 4 }""").ReadOptions(new()).Idle);
    }

    [Fact]
    public void ReadOptions_NoPipelineNamed_HasThatOfTheBeginning()
    {
        TrainingOptions beginning = SetChoice.Fit(new(), MadeUpSets.Boxes(4, 61));

        Assert.Equal(("bbox", "bbox", 60, 3), Places(Order("""{ "epochs": 3 }""").ReadOptions(beginning).Options));
        Assert.Equal("bbox", (Order("{}") with { Preset = "quick-look" }).ReadOptions(beginning).Options.Pipeline);
        Assert.Equal("synapse", (Order("{}") with { Preset = "seed-simclr" }).ReadOptions(beginning).Options.Pipeline);
        Assert.Equal(("synapse", "seed", 60, 3), Places(Order("""{ "epochs": 3, "pipeline": "synapse" }""").ReadOptions(beginning).Options));

        static (string, string, int, int) Places(TrainingOptions options) => (options.Pipeline, options.Augmentation, options.CubeSize, options.Epochs);
    }

    private static RunOrder Order(string options) => JsonSerializer.Deserialize<RunOrder>($$"""{ "cubeSetId": 1, "options": {{options}} }""", JsonSerializerOptions.Web)!;
}
