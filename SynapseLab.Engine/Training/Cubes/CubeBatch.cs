using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The cubes of one batch, as read.</summary>
/// <param name="Cubes">(N·C·s³), float32 in host memory: N cubes, each C, Z, Y, X.</param>
/// <param name="Redraws">Draws cubes again whose views show no cleft; null where every view will do.</param>
internal sealed record CubeBatch(Tensor Cubes, MaskAwareRedraws? Redraws = null)
{
    /// <summary>Reads a batch into a new tensor, which belongs to the caller's dispose scope.</summary>
    internal static CubeBatch Read(ICubeSource source, int epoch, int[] indices)
    {
        var cubes = Room(source, indices.Length);
        return new(cubes, source.ReadBatch(epoch, indices, cubes));
    }

    /// <summary>A tensor for so many cubes of a source, with whatever is in its memory.</summary>
    internal static Tensor Room(ICubeSource source, int count) => empty([(long)count * source.CubeLength], ScalarType.Float32);

    /// <summary>Calls a reader with the memory of each cube in turn. A batch may be larger than one span can be.</summary>
    internal static void Fill(Tensor cubes, int cubeLength, ReadCube read)
    {
        int count = (int)(cubes.numel() / cubeLength);
        for (int i = 0; i < count; i++)
        {
            using var cube = cubes.narrow(0, (long)i * cubeLength, cubeLength);
            read(i, MemoryMarshal.Cast<byte, float>(cube.bytes));
        }
    }

    /// <summary>Fills the cube of a place in the batch.</summary>
    internal delegate void ReadCube(int place, Span<float> cube);
}
