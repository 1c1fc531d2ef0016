using System.Text.Json;
using System.Text.RegularExpressions;
using SynapseLab.Web.Features.Runs.Charts;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Markup, rows and script speak of the same charts and columns.</summary>
public sealed partial class ChartCatalogueTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "SynapseLab.Web", "Features", "Runs", "Charts");

    [Fact]
    public void Heads_AreTheScriptsChartsAndTheSpectrum()
    {
        IEnumerable<string> drawn = ChartId().Matches(File.ReadAllText(Path.Combine(s_folder, "chartSpecs.ts"))).Select(match => match.Groups[1].Value);
        IEnumerable<ChartHead> heads = ChartCatalogue.Groups.SelectMany(group => group.Charts);

        Assert.Equal(drawn.Append("spectrum").Order(StringComparer.Ordinal), heads.Select(head => head.Id).Order(StringComparer.Ordinal));
        Assert.All(heads, head => Assert.EndsWith(".", head.Help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("stepColumns", typeof(StepRow))]
    [InlineData("metricColumns", typeof(MetricRow))]
    [InlineData("telemetryColumns", typeof(TelemetryRow))]
    public void Columns_OfTheScript_AreThoseOfTheRowInOrder(string name, Type row)
    {
        Match list = Regex.Match(File.ReadAllText(Path.Combine(s_folder, "columns.ts")), name + @" = \[(.*?)\] as const", RegexOptions.Singleline);

        Assert.Equal(
            row.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
            Word().Matches(list.Groups[1].Value).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex(@"\bid: '(\w+)'")]
    private static partial Regex ChartId();

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex Word();
}
