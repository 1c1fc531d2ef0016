using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Api;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunOrderTests
{
    [Fact]
    public void ReadOptions_NamesOfCommandLineAndSeeds_SetTheSameOptions()
    {
        var options = Order("""{ "num_epochs": 7, "--batch-size": "16", "learning_rate": 2e-4, "mixed_precision": true, "memory_efficient": false, "method": "moco2", "temperature": 0.3 }""").ReadOptions();

        Assert.Equal((7, 16, 2e-4, "bfloat16", new TrainingOptions().Loading, "moco2"), (options.Epochs, options.BatchSize, options.LearningRate, options.Precision, options.Loading, options.Method));
        Assert.Equal("0.3", OptionSchema.Find("Temperature")!.Read(options));
    }

    [Fact]
    public void ReadOptions_Preset_IsWhereTheyBegin()
    {
        var preset = OptionPresets.Find("seed-simclr").Apply(new());

        Assert.Equal(TrainingJson.ToJson(preset with { Epochs = 3 }), TrainingJson.ToJson((Order("""{ "epochs": 3 }""") with { Preset = "seed-simclr" }).ReadOptions()));
    }

    [Theory]
    [InlineData("""{ "epoch": 3 }""", "no option \"epoch\"")]
    [InlineData("""{ "epochs": 3, "num_epochs": 4 }""", "--epochs came twice")]
    [InlineData("""{ "precision": "float32", "mixed_precision": true }""", "--precision came twice")]
    [InlineData("""{ "epochs": 2.5 }""", "--epochs: Expected a whole number, got \"2.5\"")]
    [InlineData("""{ "epochs": [3] }""", "epochs: Expected a number, a text, true or false, got Array")]
    [InlineData("""{ "mixed_precision": "perhaps" }""", "mixed_precision: Expected true or false")]
    public void ReadOptions_WhatItCannotTake_SaysWhichAndWhy(string options, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<EngineException>(() => Order(options).ReadOptions()).Message, StringComparison.Ordinal);

    private static RunOrder Order(string options) => JsonSerializer.Deserialize<RunOrder>($$"""{ "cubeSetId": 1, "options": {{options}} }""", JsonSerializerOptions.Web)!;
}
