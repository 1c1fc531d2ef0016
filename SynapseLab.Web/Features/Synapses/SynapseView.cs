using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>One synapse as pages show it.</summary>
/// <param name="Dataset">Its dataset.</param>
/// <param name="BoundingBox">Its bounding box.</param>
/// <param name="Index">0-based place among the synapses of the bounding box.</param>
/// <param name="Settings">Codes and voxel size that apply.</param>
/// <param name="Decision">The newest decision of a person on its polarity; null when there is none.</param>
public sealed record SynapseView(
    Dataset Dataset, BoundingBoxInspection BoundingBox, int Index, BoundingBoxSettings Settings, PolarityDecision? Decision)
{
    /// <summary>The synapse itself.</summary>
    public SynapseInspection Synapse => BoundingBox.Synapses[Index];

    /// <summary>The presynaptic side that counts, 1 or 2: a person's decision before the rule's.</summary>
    public int PresynapticSide => Decision?.Side ?? Synapse.Polarity.Side;

    /// <summary>The synapse <paramref name="step"/> places further in the bounding box, around at the ends.</summary>
    public SynapseInspection Neighbour(int step)
    {
        int count = BoundingBox.Synapses.Count;
        return BoundingBox.Synapses[(((Index + step) % count) + count) % count];
    }

    /// <summary>Reads c ± <paramref name="half"/> voxels of the stacks.</summary>
    public SynapseWindow ReadWindow(int half, CancellationToken cancellationToken)
    {
        var source = DatasetSource.Scan(Dataset.Root).BoundingBoxes.FirstOrDefault(box => box.Name == BoundingBox.Name)
            ?? throw new EngineException(
                $"{BoundingBox.Name} is no longer in {Dataset.Root}; put its folders back or inspect the dataset again.");
        return SynapseWindow.Read(
            source, Settings, Synapse.Center, Synapse.Side1, Synapse.Side2, PresynapticSide, half, cancellationToken);
    }
}
