using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class OptionSchemaTests
{
    // Places and resumption are no options of the schema; the settings of a method stand for MethodParameters.
    private static readonly string[] s_beside =
        [nameof(TrainingOptions.PreprocDir), nameof(TrainingOptions.RunDir), nameof(TrainingOptions.Resume), nameof(TrainingOptions.MethodParameters), nameof(TrainingOptions.AugmentationParameters)];

    [Fact]
    public void All_NamesEveryPropertyAndEverySettingOfAMethodOnce()
    {
        IEnumerable<string> expected = typeof(TrainingOptions).GetProperties().Select(property => property.Name).Except(s_beside)
            .Concat(typeof(AugmentationParameters).GetProperties().Select(property => property.Name))
            .Concat(MethodCatalogue.Parameters.Select(parameter => parameter.Name));

        Assert.Equal(expected.Order(), OptionSchema.All.Select(option => option.Name).Order());
    }

    [Fact]
    public void CommandLineNames_AreUnique() =>
        Assert.DoesNotContain(OptionSchema.All.SelectMany(option => option.SeedNames.Append(option.CommandLineName)).CountBy(name => name), count => count.Value > 1);

    [Theory]
    [InlineData("--scheduler-type", "Schedule")]
    [InlineData("--gradient-accumulation-steps", "GradientAccumulationSteps")]
    public void SeedNames_OfTheSeedsCommandLines_LeadToTheirOption(string name, string option) =>
        Assert.Equal(option, Assert.Single(OptionSchema.All, spec => spec.SeedNames.Append(spec.CommandLineName).Contains(name)).Name);

    [Fact]
    public void ReadThenWrite_GivesTheSameOptions()
    {
        var options = new TrainingOptions();

        Assert.All(OptionSchema.All, option => Assert.Equal(option.Read(options), option.Read(option.Write(options, option.Read(options))!)));
    }

    [Fact]
    public void Check_ValuesBeyondTheRange_NamesRangeAndValue()
    {
        var width = OptionSchema.Find("Width")!;

        Assert.Equal("Expected 1 … 256, got 257.", width.Check(new TrainingOptions { Width = 257 })!.Message);
        Assert.Null(width.Check(new TrainingOptions { Width = 256 }));
        Assert.Null(width.Write(new TrainingOptions(), "wide"));
    }

    [Fact]
    public void DefaultsOfEveryMethod_AreWithinTheirRanges() => Assert.All(
        MethodCatalogue.Names,
        name => Assert.Empty(new TrainingOptions { Method = name, PreprocDir = "cubes", RunDir = "run" }.Validate()));

    [Fact]
    public void SharedSetting_HasDefaultAndReferenceOfTheChosenMethod()
    {
        var temperature = OptionSchema.Find("Temperature")!;
        var (simClr, moCo) = (new TrainingOptions(), new TrainingOptions { Method = "moco2" });

        Assert.Equal(("0.07", "0.2"), (temperature.Read(simClr), temperature.Read(moCo)));
        Assert.Contains("seed 0.07", temperature.Reference(simClr), StringComparison.Ordinal);
        Assert.Equal("paper 0.2", temperature.Reference(moCo));
    }

    [Fact]
    public void SharedSettings_DifferInDefaultAndReferenceOnly() => Assert.All(
        MethodCatalogue.All.SelectMany(method => method.Parameters).GroupBy(parameter => parameter.Name),
        same => Assert.Single(same.Select(parameter => parameter with { Default = 0, Reference = "" }).Distinct()));

    [Fact]
    public void MethodParameters_AsJson_ComeBack()
    {
        var options = new TrainingOptions { MethodParameters = MethodParameters.None.With("Temperature", 0.2).With("ProjectionHidden", 64) };

        string json = TrainingJson.ToJson(options);

        Assert.Contains("\"projectionHidden\": 64", json, StringComparison.Ordinal);
        Assert.Equal(options, TrainingJson.ParseOptions(json));
    }
}
