using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

/// <summary>A dataset of random voxels in the seed layout, with its volumes kept for comparison.</summary>
internal sealed class TinyDataset
{
    internal static readonly Shape3 Shape = new(14, 18, 16);

    internal static readonly (string Id, Voxel Center, Voxel Side1, Voxel Side2)[] Synapses =
    [
        ("inside", new Voxel(7, 9, 8), new Voxel(6, 9, 8), new Voxel(8, 9, 9)),
        ("corner", new Voxel(0, 0, 0), new Voxel(1, 1, 0), new Voxel(0, 0, 1)),
        ("far end", new Voxel(13, 17, 15), new Voxel(13, 16, 15), new Voxel(0, 0, 1)),
    ];

    internal Dictionary<string, (uint[] Raw, uint[] Segments, uint[] Mask)> Volumes { get; } = [];

    internal static TinyDataset Write(string root, int rawBits = 8, int boxes = 1, string?[]? types = null)
    {
        var dataset = new TinyDataset();
        var random = new Random(5);
        for (int box = 1; box <= boxes; box++)
        {
            int count = (int)Shape.Count;
            uint[] raw = [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(40, rawBits == 8 ? 200 : 1L << (rawBits - 1)))];
            uint[] segments = [.. Enumerable.Range(0, count).Select(_ => (uint)random.Next(1, 5) * 70000)];
            uint[] mask = [.. Enumerable.Range(0, count).Select(_ => (uint)random.Next(0, 10))];
            dataset.Volumes[$"bbox{box}"] = (raw, segments, mask);
            WriteStack(Path.Combine(root, "raw", $"bbox{box}"), raw, rawBits);
            WriteStack(Path.Combine(root, "seg", $"bbox{box}"), segments, 32);
            WriteStack(Path.Combine(root, $"bbox_{box}"), mask, 8);
            SynapseTableTests.WriteWorkbook(Path.Combine(root, $"bbox{box}.xlsx"), [.. Rows(types)]);
        }

        return dataset;
    }

    private static IEnumerable<object[]> Rows(string?[]? types)
    {
        string[] header = ["Var1", .. new[] { "central", "side_1", "side_2" }.SelectMany(p => new[] { $"{p}_coord_1", $"{p}_coord_2", $"{p}_coord_3" })];
        yield return types is null ? header : [.. header, "type"];
        for (int i = 0; i < Synapses.Length; i++)
        {
            (string id, Voxel c, Voxel a, Voxel b) = Synapses[i];
            object[] row = [id, c.X, c.Y, c.Z, a.X, a.Y, a.Z, b.X, b.Y, b.Z];
            yield return types is null ? row : [.. row, types[i] ?? ""];
        }
    }

    private static void WriteStack(string folder, uint[] voxels, int bits)
    {
        Directory.CreateDirectory(folder);
        int area = Shape.Y * Shape.X;
        for (int z = 0; z < Shape.Z; z++)
        {
            byte[] bytes = [.. voxels.Skip(z * area).Take(area).SelectMany(v => BitConverter.GetBytes(v).Take(bits / 8))];
            TiffWriter.WriteSlice(Path.Combine(folder, $"slice_{z}.tif"), bytes, Shape.X, Shape.Y, bits, TiffCompression.Deflate);
        }
    }
}
