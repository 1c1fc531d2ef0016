namespace SynapseLab.Engine.Data;

/// <summary>Adds to a row of structure flags which voxels belong to the two partners of a synapse.</summary>
internal static class SynapseFlags
{
    /// <summary>Flags of a row of voxels.</summary>
    /// <param name="structures">Vesicle, cleft and mitochondria flags.</param>
    /// <param name="segments">Segment ids of the same voxels.</param>
    /// <param name="presynaptic">Id of the presynaptic segment; 0 (background) matches nothing.</param>
    /// <param name="postsynaptic">Id of the other segment; 0 matches nothing.</param>
    /// <param name="flags">Receives <see cref="Structures"/> flags.</param>
    internal static void Compose(
        ReadOnlySpan<byte> structures, ReadOnlySpan<uint> segments, uint presynaptic, uint postsynaptic, Span<byte> flags)
    {
        for (int x = 0; x < flags.Length; x++)
        {
            uint segment = segments[x];
            int partner = segment == 0 ? 0
                : (segment == presynaptic ? (int)Structures.Presynaptic : 0) | (segment == postsynaptic ? (int)Structures.Postsynaptic : 0);
            flags[x] = (byte)(structures[x] | partner);
        }
    }
}
