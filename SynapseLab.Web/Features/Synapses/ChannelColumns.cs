namespace SynapseLab.Web.Features.Synapses;

/// <summary>Headings of the columns in which a cube's channels are shown.</summary>
internal static class ChannelColumns
{
    /// <summary>All channels together, then the raw one, or each, alone; of one channel only that.</summary>
    /// <param name="recipe">Channel recipe, e.g. "raw+pre+cleft".</param>
    /// <param name="showsEach">Whether masks have columns of their own: all channels together show where they lie, and many small planes in a row show little.</param>
    internal static IReadOnlyList<string> Of(string recipe, bool showsEach)
    {
        string[] channels = recipe == "raw-masked" ? [recipe] : recipe.Split('+');
        return channels.Length == 1 ? [NameOf(channels[0])] : ["All channels", .. channels.Take(showsEach ? channels.Length : 1).Select(NameOf)];
    }

    private static string NameOf(string channel) => channel switch
    {
        "raw" => "Raw EM",
        "raw-masked" => "Raw EM, masked",
        "pre" => "Presynaptic mask",
        "cleft" => "Cleft mask",
        "vesicle" => "Vesicle cloud",
        "seg" => "Segmentation",
        _ => channel,
    };
}
