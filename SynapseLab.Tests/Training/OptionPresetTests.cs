using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class OptionPresetTests
{
    public static TheoryData<string> Names() => [.. OptionPresets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_GivesOptionsThatCanRunAndKeepsPlacesAndMachine(string name)
    {
        var options = new TrainingOptions { PreprocDir = "cubes", RunDir = "run", Device = "cuda:1", Threads = 3, Seed = 7, Precision = "bfloat16" };
        TrainingOptions preset = OptionPresets.Find(name).Apply(options);

        Assert.Empty(preset.Validate());
        Assert.NotEqual(options, preset);
        Assert.Equal(("cubes", "run", "cuda:1", 3, 7, "bfloat16"), (preset.PreprocDir, preset.RunDir, preset.Device, preset.Threads, preset.Seed, preset.Precision));
        Assert.All(preset.MethodParameters.Names, setting => Assert.NotEqual(0, preset.MethodParameters.Of(MethodCatalogue.Find(preset.Method), setting)));
    }

    [Theory]
    [InlineData("seed-simclr", 0.07, 512, 128, 200, 32, 1e-3)]
    [InlineData("seed-bbox", 0.1, 2048, 256, 200, 64, 1e-3)]
    [InlineData("seed-vgg", 0.07, 2048, 128, 100, 32, 1e-4)]
    public void Apply_Seed_HasTheSeedsFigures(string name, double temperature, int hidden, int output, int epochs, int batch, double rate)
    {
        TrainingOptions preset = OptionPresets.Find(name).Apply(new TrainingOptions { Method = "byol", BatchSize = 4 });
        double? Setting(string setting) => preset.MethodParameters.Find(setting);

        Assert.Equal(("simclr", epochs, batch, rate), (preset.Method, preset.Epochs, preset.BatchSize, preset.LearningRate));
        Assert.Equal((temperature, hidden, output), (Setting("Temperature"), Setting("ProjectionHidden"), Setting("ProjectionOutput")));
    }

    [Theory]
    [InlineData("seed-simclr", "bbox", "synapse")]
    [InlineData("seed-bbox", "synapse", "bbox")]
    [InlineData("seed-vgg", "bbox", "synapse")]
    [InlineData("synapseclr-like", "bbox", "synapse")]
    [InlineData("quick-look", "bbox", "bbox")]
    public void Apply_SetsThePipelineThatItIsFor(string name, string before, string pipeline) =>
        Assert.Equal(pipeline, OptionPresets.Find(name).Apply(new TrainingOptions { Pipeline = before }).Pipeline);

    [Fact]
    public void Apply_QuickLook_KeepsAChosenMethodAndASmallBatch()
    {
        TrainingOptions preset = OptionPresets.Find("quick-look").Apply(new TrainingOptions { Method = "byol", BatchSize = 6 });

        Assert.Equal(("byol", 6, 10), (preset.Method, preset.BatchSize, preset.Epochs));
    }

    [Fact]
    public void Find_Unknown_NamesThePresets() =>
        Assert.Contains("seed-simclr", Assert.Throws<EngineException>(() => OptionPresets.Find("best")).Message, StringComparison.Ordinal);
}
