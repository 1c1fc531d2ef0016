using System.Text.RegularExpressions;
using SynapseLab.Web.Features.Embeddings.Scatter;

namespace SynapseLab.Tests.Web.Runs;

public sealed class CategoryColourTests
{
    [Fact]
    public void Of_FirstEight_AreTheScriptsColours()
    {
        string script = File.ReadAllText(Path.Combine(Repository.Root, "SynapseLab.Web", "Components", "Colours", "palette.ts"));
        string[] colours = [.. Regex.Matches(Regex.Match(script, @"okabeIto = \[(.*?)\]").Groups[1].Value, "#[0-9a-f]{6}").Select(match => match.Value)];
        Assert.Equal(8, colours.Length);
        Assert.Equal(colours, Enumerable.Range(0, 8).Select(CategoryColour.Of));
    }
}
