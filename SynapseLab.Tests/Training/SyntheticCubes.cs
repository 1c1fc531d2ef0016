using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>A folder of small made-up cubes (stripes of a period and orientation of their own, a ball as masks) and a place for runs.</summary>
internal sealed class SyntheticCubes : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("synapselab-training");

    internal SyntheticCubes(int count = 10, int size = 8, Func<int, string>? typeOf = null)
    {
        Directory.CreateDirectory(PreprocDir);
        var header = new CubeFileHeader("bbox1", size, "raw+pre+cleft", CodeTable.Seed.For("bbox1"), $"synthetic {count} {size}");
        using var writer = new CubeFileWriter(Path.Combine(PreprocDir, "bbox1" + CubeFileHeader.FileSuffix), header, asBytes: true);
        float[] scale = [1 / 255f, 1, 1];
        for (int i = 0; i < count; i++)
        {
            var entry = new CubeEntry("bbox1", $"synapse_{i}", new Voxel(i, i, i), 1 + (i % 2), PolarityState.Clear, false) { Type = typeOf?.Invoke(i) };
            writer.Add(new CubeRecord(entry, i + 2, 5, 1, scale), new Cube(size, Voxels(i, size), scale, false));
        }

        writer.Close();
    }

    internal string PreprocDir => Path.Combine(_root.FullName, "preproc");

    /// <summary>A small, fast run in a folder of its own.</summary>
    internal TrainingOptions Options(string run = "run") => new()
    {
        PreprocDir = PreprocDir,
        RunDir = Path.Combine(_root.FullName, run),
        Width = 2,
        MethodParameters = MethodParameters.None.With("ProjectionHidden", 8).With("ProjectionOutput", 4),
        Epochs = 3,
        WarmupEpochs = 1,
        BatchSize = 4,
        EvaluateEveryEpochs = 0,
        Device = "cpu",
        Threads = 1,
    };

    public void Dispose() => _root.Delete(recursive: true);

    private static ushort[] Voxels(int cube, int size)
    {
        var random = new Random(cube);
        double period = 2 + (cube % 4);
        ushort[] voxels = new ushort[3 * size * size * size];
        for (int z = 0, i = 0; z < size; z++)
        {
            for (int y = 0; y < size; y++)
            {
                for (int x = 0; x < size; x++, i++)
                {
                    double stripe = Math.Sin(2 * Math.PI * (cube % 2 == 0 ? z : y + x) / period);
                    voxels[i] = (ushort)Math.Clamp(128 + (80 * stripe) + random.Next(-20, 20), 0, 255);
                    bool inside = Math.Pow(z - (size / 2), 2) + Math.Pow(y - (size / 2), 2) + Math.Pow(x - (size / 2), 2) < size * size / 9.0;
                    voxels[i + (size * size * size)] = (ushort)(inside ? 1 : 0);
                    voxels[i + (2 * size * size * size)] = (ushort)(z == size / 2 && inside ? 1 : 0);
                }
            }
        }

        return voxels;
    }
}
