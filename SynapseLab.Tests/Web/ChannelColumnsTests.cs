using SynapseLab.Web.Features.Synapses;

namespace SynapseLab.Tests.Web;

public sealed class ChannelColumnsTests
{
    [Theory]
    [InlineData("raw+pre+cleft", false, "All channels, Raw EM")]
    [InlineData("raw+pre+cleft", true, "All channels, Raw EM, Presynaptic mask, Cleft mask")]
    [InlineData("raw", true, "Raw EM")]
    [InlineData("raw-masked", false, "Raw EM, masked")]
    public void Of_Recipe_NamesItsColumns(string recipe, bool showsEach, string expected) =>
        Assert.Equal(expected, string.Join(", ", ChannelColumns.Of(recipe, showsEach)));
}
