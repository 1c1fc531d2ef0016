using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Volume;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>The three planes through a cube's centre as windows one voxel thick, for the small card of the scatter: 4·s² bytes each instead of the whole cube.</summary>
internal static class CentrePlanes
{
    private const byte Presynaptic = 4;
    private const byte Cleft = 2;
    private const byte Vesicle = 1;

    /// <summary>xy, zy and xz window one after the other, each as <see cref="VolumeBytes"/> writes it.</summary>
    /// <param name="cube">(C, s, s, s) in [0, 1].</param>
    /// <param name="size">s.</param>
    /// <param name="recipe">Channel recipe, e.g. "raw+pre+cleft".</param>
    internal static byte[] Encode(ReadOnlySpan<float> cube, int size, string recipe)
    {
        int middle = size / 2;
        byte[] structures = [.. recipe.Split('+').Select(StructureOf)];
        return
        [
            .. VolumeBytes.Encode(Window(cube, size, structures, new(middle, 0, 0), new(1, size, size))),
            .. VolumeBytes.Encode(Window(cube, size, structures, new(0, 0, middle), new(size, size, 1))),
            .. VolumeBytes.Encode(Window(cube, size, structures, new(0, middle, 0), new(size, 1, size))),
        ];
    }

    private static SynapseWindow Window(ReadOnlySpan<float> cube, int size, byte[] structures, Voxel origin, Shape3 shape)
    {
        byte[] raw = new byte[shape.Count];
        byte[] flags = new byte[shape.Count];
        int voxels = size * size * size;
        int at = 0;
        for (int z = 0; z < shape.Z; z++)
        {
            for (int y = 0; y < shape.Y; y++)
            {
                for (int x = 0; x < shape.X; x++, at++)
                {
                    int voxel = ((((origin.Z + z) * size) + origin.Y + y) * size) + origin.X + x;
                    raw[at] = (byte)Math.Clamp((cube[voxel] * 255f) + 0.5f, 0f, 255f);
                    for (int c = 1; c < structures.Length && ((c + 1) * voxels) <= cube.Length; c++)
                    {
                        flags[at] |= cube[(c * voxels) + voxel] > 0.5f ? structures[c] : (byte)0;
                    }
                }
            }
        }

        return new(origin, shape, raw, flags, new ushort[shape.Count]);
    }

    private static byte StructureOf(string channel) => channel switch
    {
        "pre" => Presynaptic,
        "cleft" => Cleft,
        "vesicle" => Vesicle,
        _ => 0,
    };
}
