using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class OptionFieldsTests
{
    [Fact]
    public void DefaultOf_AMethodsSetting_IsThatOfTheChosenMethod()
    {
        var defaults = new TrainingOptions { Epochs = 40 };
        var chosen = defaults with { Method = "moco2", Epochs = 7 };

        Assert.Equal("0.2", OptionFields.DefaultOf(Field("Temperature"), defaults, chosen));
        Assert.Equal("0.07", OptionFields.DefaultOf(Field("Temperature"), defaults, defaults));
        Assert.Equal("40", OptionFields.DefaultOf(Field("Epochs"), defaults, chosen));
        Assert.Equal("simclr", OptionFields.DefaultOf(Field("Method"), defaults, chosen));
    }

    [Fact]
    public void IsChanged_AfterAPreset_MarksWhatDiffersFromTheDefaultsAndHasAnEffect()
    {
        var defaults = new TrainingOptions { Width = 16, Epochs = 40, Device = "cpu", BatchSize = 32 };
        var chosen = OptionFields.WithPreset("seed-vgg", defaults);
        string[] changed = [.. OptionSchema.All.Where(field => OptionFields.IsChanged(field, defaults, chosen)).Select(field => field.Name)];

        Assert.Equal(
            ["Epochs", "LearningRate", "ProjectionHidden", "Augmentation", "Backbone", "Width", "Pooling", "InputScaling", "Optimizer", "WarmupEpochs", "Schedule"],
            changed);
        Assert.DoesNotContain(OptionSchema.All, field => OptionFields.IsChanged(field, defaults, OptionFields.WithPreset("", defaults)));
    }

    [Theory]
    [InlineData("resnet3d18", 16, "vgg3d", 24)]
    [InlineData("vgg3d", 24, "resnet3d34", 16)]
    [InlineData("resnet3d18", 16, "resnet3d50", 16)]
    [InlineData("resnet3d18", 32, "vgg3d", 32)]
    public void WithBackbone_BringsTheFamilysWidth_UnlessAnotherWasChosen(string before, int width, string chosen, int expected)
    {
        var defaults = new TrainingOptions { Width = 16 };
        var options = defaults with { Backbone = before, Width = width };

        Assert.Equal(expected, OptionFields.WithBackbone(options, Named(OptionSchema.All, "Backbone").Write(options, chosen)!, defaults).Width);
    }

    [Fact]
    public void For_ASet_OffersWhatItsPipelineCanHave_AndNotThePipeline()
    {
        IReadOnlyList<OptionSpec> onCubes = OptionFields.For(["cpu"], [], MadeUpSets.Cubes(40));
        IReadOnlyList<OptionSpec> onBoxes = OptionFields.For(["cpu"], [], MadeUpSets.Boxes(2, 60));
        string[] Shown(IReadOnlyList<OptionSpec> fields, TrainingOptions options) =>
            [.. fields.Where(field => field.Theme == OptionTheme.Cubes && field.Applies(options)).Select(field => field.Name)];

        Assert.DoesNotContain(onBoxes, field => field.Name == "Pipeline");
        Assert.Contains("em", Named(onCubes, "Augmentation").Choices);
        Assert.Equal(["seed", "vgg", "bbox"], Named(onBoxes, "Augmentation").Choices);
        Assert.Equal("8 … 60", Named(onBoxes, "CubeSize").Range);
        Assert.Empty(Shown(onCubes, new()));
        Assert.Equal(["CubeSize", "CubesPerBbox", "PerCubeNormalisation", "MaskAware", "MaskAwareAfterEpoch"], Shown(onBoxes, new() { Pipeline = "bbox" }));
    }

    private static OptionSpec Named(IReadOnlyList<OptionSpec> fields, string name) => fields.Single(field => field.Name == name);

    private static OptionSpec Field(string name) => OptionSchema.Find(name)!;
}
