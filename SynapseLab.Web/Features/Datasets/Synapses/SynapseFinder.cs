using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Synapses;

/// <summary>One synapse with all that its page needs.</summary>
/// <param name="Side">The presynaptic side that counts: a person's word, else the rule's.</param>
/// <param name="Decision">A person's word; null when the rule counts.</param>
/// <param name="Previous">Full id of the synapse before it in the report's order; null at the beginning.</param>
/// <param name="Next">Full id of the one after it.</param>
public sealed record SynapseView(
    Dataset Dataset,
    BoundingBoxInspection Box,
    SynapseInspection Synapse,
    int Side,
    PolarityDecision? Decision,
    string? Previous,
    string? Next,
    int Number,
    int Count);

/// <summary>Finds a synapse by its full id in a dataset's report.</summary>
internal sealed class SynapseFinder(DatasetCatalog catalog, DatasetReports reports, PolarityDecisions decisions)
{
    /// <summary>The synapse; null when the dataset, its report or the synapse is not there.</summary>
    internal async Task<SynapseView?> FindAsync(int datasetId, string fullId)
    {
        if (await catalog.FindAsync(datasetId) is not { } dataset || await reports.FindAsync(datasetId) is not { } report)
        {
            return null;
        }

        (BoundingBoxInspection Box, SynapseInspection Synapse)[] all =
            [.. report.BoundingBoxes.SelectMany(box => box.Synapses.Select(synapse => (box, synapse)))];
        int at = Array.FindIndex(all, entry => entry.Synapse.FullId == fullId);
        if (at < 0)
        {
            return null;
        }

        PolarityDecision? decision = (await decisions.CurrentAsync(datasetId)).GetValueOrDefault(fullId);
        return new(
            dataset, all[at].Box, all[at].Synapse, decision?.Side ?? all[at].Synapse.Polarity.Side, decision,
            at > 0 ? all[at - 1].Synapse.FullId : null,
            at + 1 < all.Length ? all[at + 1].Synapse.FullId : null,
            at + 1, all.Length);
    }

    /// <summary>The voxels around a synapse.</summary>
    /// <exception cref="EngineException">The bounding box's files are gone or unreadable.</exception>
    internal static SynapseWindow ReadWindow(SynapseView view, int halfSize, CancellationToken cancellationToken)
    {
        BoundingBoxSource source = DatasetSource.Scan(view.Dataset.Root).BoundingBoxes.FirstOrDefault(box => box.Name == view.Box.Name)
            ?? throw new EngineException($"{view.Box.Name} is no longer in {view.Dataset.Root}; inspect the dataset again.");
        SynapseInspection synapse = view.Synapse;
        BoundingBoxSettings settings = DatasetCodes.Of(view.Dataset).For(view.Box.Name);
        return SynapseWindow.Read(source, settings, synapse.Center, synapse.Side1, synapse.Side2, view.Side, halfSize, cancellationToken);
    }
}
