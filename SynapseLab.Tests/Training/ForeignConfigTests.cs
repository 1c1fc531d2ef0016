using System.Text.Json.Nodes;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>A config.json that somebody edited.</summary>
public sealed class ForeignConfigTests
{
    public static TheoryData<string> Options => [.. JsonNode.Parse(TrainingJson.ToJson(new TrainingOptions()))!.AsObject().Select(option => option.Key)];

    [Theory]
    [MemberData(nameof(Options))]
    public void ParseOptions_AnOptionOfNull_IsRefused(string option)
    {
        JsonNode config = JsonNode.Parse(TrainingJson.ToJson(new TrainingOptions()))!;
        config[option] = null;

        var error = Assert.Throws<EngineException>(() => TrainingJson.ParseOptions(config.ToJsonString()));

        Assert.Contains(option, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"methodParameters":{"":1}}""")]
    [InlineData("""{"methodParameters":{"temperature":null}}""")]
    [InlineData("""{"methodParameters":{"temperature":"NaN"}}""")]
    [InlineData("""{"methodParameters":[]}""")]
    [InlineData("""{"epochs":1e999}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("")]
    public void ParseOptions_OtherJson_IsRefused(string json) => Assert.Throws<EngineException>(() => TrainingJson.ParseOptions(json));
}
