namespace SynapseLab.Engine.Data;

/// <summary>The presynaptic side of each synapse of a bounding box: a person's decision where there is one, else the rule's (domain §2).</summary>
/// <param name="boundingBox">Name of the box.</param>
/// <param name="voxelSize">Of the box, nm.</param>
/// <param name="overrides">Decisions on synapses of the box; of several on one synapse the last counts.</param>
internal sealed class PolarityDecisions(string boundingBox, VoxelSizeNm voxelSize, IEnumerable<PolarityOverride> overrides)
{
    private readonly Dictionary<string, int> _sides = overrides.GroupBy(o => o.FullId).ToDictionary(o => o.Key, o => o.Last().Side);

    /// <summary>The side of one synapse.</summary>
    /// <param name="row">Its row of the table.</param>
    /// <param name="surroundings">What the volumes hold around it.</param>
    internal Polarity Of(SynapseRow row, SynapseSurroundings surroundings)
    {
        Polarity rule = PolarityRule.Decide(surroundings, row.Center, voxelSize);
        return _sides.TryGetValue($"{boundingBox}_{row.Id}", out int side)
            ? rule with { Side = side, State = PolarityState.Manual, Reason = null }
            : rule;
    }
}
