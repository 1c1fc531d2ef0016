using System.Globalization;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Benchmarks;

/// <summary>
/// Most host memory of a process whose cubes come from the disk, by the size of the set: cubes of noise are written to a temporary folder,
/// then a run trains for one epoch with metrics, or ("read") only its loading goes over the set, which takes a thousandth of the time. What
/// a process takes besides is the figure of a small set. Options: cubes edge batch train|read loading.
/// </summary>
internal static class StreamingBenchmark
{
    private const int CubesPerBox = 500;

    public static int Run(string[] args)
    {
        int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
        (int count, int edge, int batch) = (Number(0, 64), Number(1, 80), Number(2, 8));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("synapselab-streaming");
        try
        {
            string cubes = Path.Combine(folder.FullName, "cubes");
            Directory.CreateDirectory(cubes);
            for (int box = 0, first = 0; first < count; box++, first += CubesPerBox)
            {
                Write(cubes, $"bbox{box + 1}", first, Math.Min(CubesPerBox, count - first), edge);
            }

            string what = args.Length > 3 ? args[3] : "train";
            var options = Options(cubes, Path.Combine(folder.FullName, "run"), batch, args.Length > 4 ? args[4] : "stream");
            if (what == "read")
            {
                Read(options);
            }
            else if (Trainer.Run(options, _ => { }, default) is { Outcome: not RunOutcome.Finished } outcome)
            {
                Console.Error.WriteLine(outcome.Message);
                return 1;
            }

            double bytes = (double)count * 3 * edge * edge * edge;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {options.Loading} | {count} × {edge}³ | {bytes / (1 << 20):F0} | {batch} | {PeakResidentMebibytes():F0} |"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes every batch of an epoch, as the loop does.</summary>
    private static void Read(TrainingOptions options)
    {
        using ICubeSource cubes = CubeSourceChoice.Open(options);
        var sampler = new EpochSampler(cubes.Count, options.BatchSize, options.Seed);
        using var batches = new BatchPrefetcher(cubes, sampler.BatchesFrom(0, 0, 1).Select(batch => (0, batch)), options.BatchSize);
        for (int step = 0; step < sampler.StepsPerEpoch; step++)
        {
            batches.Next();
        }
    }

    /// <summary>The smallest network there is: its memory must not hide that of the cubes.</summary>
    private static TrainingOptions Options(string cubes, string run, int batch, string loading) => new()
    {
        PreprocDir = cubes,
        RunDir = run,
        Loading = loading,
        Stem = "k7s2",
        Width = 2,
        MethodParameters = MethodParameters.None.With("ProjectionHidden", 8).With("ProjectionOutput", 4),
        Epochs = 1,
        WarmupEpochs = 0,
        BatchSize = batch,
        EvaluateEveryEpochs = 1,
        Device = "cpu",
    };

    private static void Write(string folder, string box, int first, int count, int edge)
    {
        var random = new Random(first);
        var header = new CubeFileHeader(box, edge, "raw+pre+cleft", CodeTable.Seed.For(CodeTable.AllOthers), $"noise {first} {count} {edge}");
        using var writer = new CubeFileWriter(Path.Combine(folder, box + CubeFileHeader.FileSuffix), header, asBytes: true);
        float[] scale = [1 / 255f, 1, 1];
        ushort[] voxels = new ushort[3 * edge * edge * edge];
        for (int i = 0; i < count; i++)
        {
            for (int voxel = 0; voxel < voxels.Length; voxel++)
            {
                voxels[voxel] = (ushort)(voxel < voxels.Length / 3 ? random.Next(256) : voxel % 2);
            }

            var entry = new CubeEntry(box, $"synapse_{first + i}", new Voxel(i, i, i), 1, PolarityState.Clear, false);
            writer.Add(new CubeRecord(entry, i + 2, 5, 1, scale), new Cube(edge, voxels, scale, false));
        }

        writer.Close();
    }

    // "VmHWM:    123456 kB": the kernel's own record of the most that lay in RAM.
    private static double PeakResidentMebibytes() =>
        double.Parse(File.ReadLines("/proc/self/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
}
