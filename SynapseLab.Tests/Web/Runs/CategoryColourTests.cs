using System.Text.RegularExpressions;
using SynapseLab.Web.Features.Embeddings.Scatter;

namespace SynapseLab.Tests.Web.Runs;

public sealed class CategoryColourTests
{
    [Fact]
    public void Of_FirstEight_AreTheScriptsColours()
    {
        string script = File.ReadAllText(Path.Combine(RepositoryRoot(), "SynapseLab.Web", "Components", "Colours", "palette.ts"));
        string[] colours = [.. Regex.Matches(Regex.Match(script, @"okabeIto = \[(.*?)\]").Groups[1].Value, "#[0-9a-f]{6}").Select(match => match.Value)];
        Assert.Equal(8, colours.Length);
        Assert.Equal(colours, Enumerable.Range(0, 8).Select(CategoryColour.Of));
    }

    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SynapseLab.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no SynapseLab.sln above the tests");
        }

        return folder;
    }
}
