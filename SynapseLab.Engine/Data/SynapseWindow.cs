namespace SynapseLab.Engine.Data;

/// <summary>The surroundings of one synapse, for the viewer.</summary>
public sealed record SynapseWindow(Voxel Origin, Shape3 Shape, byte[] Raw, byte[] Structures, ushort[] Segments)
{
    /// <summary>Reads c ± half.</summary>
    public static SynapseWindow Read(
        BoundingBoxSource source,
        BoundingBoxSettings settings,
        Voxel center,
        Voxel side1,
        Voxel side2,
        int presynapticSide,
        int halfSize,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
