namespace SynapseLab.Engine.Data;

/// <summary>The segments of a bounding box that lie on the presynaptic side of one of its synapses.</summary>
internal static class PresynapticSegments
{
    /// <summary>Their numbers in the instance segmentation, without the background's 0.</summary>
    /// <param name="volumes">Of the box.</param>
    /// <param name="table">Its synapses.</param>
    /// <param name="sides">Which side of each is presynaptic.</param>
    /// <param name="cubeSize">Edge in voxels of what a side is decided by.</param>
    /// <param name="cancellationToken">Stops between synapses.</param>
    internal static HashSet<uint> Of(BoundingBoxVolumes volumes, SynapseTable table, PolarityDecisions sides, int cubeSize, CancellationToken cancellationToken)
    {
        var segments = new HashSet<uint>();
        foreach (SynapseRow row in table.Rows.OrderBy(row => row.Center.Z))
        {
            SynapseSurroundings surroundings = volumes.Read(row.Center, row.Side1, row.Side2, cubeSize, 0, cancellationToken);
            segments.Add(sides.Of(row, surroundings).Side == 1 ? surroundings.Segment1 : surroundings.Segment2);
        }

        segments.Remove(0); // background
        return segments;
    }
}
