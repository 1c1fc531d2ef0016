using System.Globalization;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.BoundingBoxes;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

public sealed class VolumeTests
{
    private const int Size = 8;

    // Prints shape, chunks, kind of value, fingerprint length and the mean, deviation and sums of the channels.
    private const string Script = """
        import sys, h5py
        f = h5py.File(sys.argv[1])
        d = f["volume"]
        v = d[()].astype(float) * d.attrs["scale"][:, None, None, None] + d.attrs["offset"][:, None, None, None]
        print(d.shape, d.chunks, d.dtype, f.attrs["channels"], len(f.attrs["source_fingerprint"]), abs(round(v[0].mean(), 4)), round(v[0].std(), 4), int(v[1].sum()), int(v[2].sum()))
        """;

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void Run_WithVolumes_AgreesWithTheWholeVolumeNaively(int rawBits)
    {
        using var folder = new TemporaryFolder();
        TinyDataset dataset = TinyDataset.Write(folder.Path, rawBits);
        Preprocessor.Run(Options(folder), null, default);
        using VolumeStore store = VolumeStore.Open(folder.File("h5"));
        using CubeStore cubes = CubeStore.Open(folder.File("h5"));
        float[] expected = Naive(dataset, [.. cubes.Entries.Select(entry => entry.Side)]);
        Assert.Equal([("bbox1", TinyDataset.Shape)], store.Boxes);
        long bytes = new FileInfo(folder.File("h5/bbox1.h5")).Length;
        Assert.InRange(VolumeStore.MostBytes(TinyDataset.Shape, rawBits), bytes, bytes + (1 << 17));

        float[] cube = new float[3 * Size * Size * Size];
        foreach (Voxel corner in (Voxel[])[new(0, 0, 0), new(6, 10, 8), new(3, 5, 1)])
        {
            store.Read(0, corner, Size, cube);
            AssertClose(Cut(expected, corner), cube, rawBits == 32 ? 1e-4 : 1e-6);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Read(0, new Voxel(7, 0, 0), Size, cube));
    }

    [Fact]
    public void File_InH5py_HasShapeChunksAndValues()
    {
        using var folder = new TemporaryFolder();
        TinyDataset dataset = TinyDataset.Write(folder.Path);
        Preprocessor.Run(Options(folder), null, default);
        using CubeStore cubes = CubeStore.Open(folder.File("h5"));
        float[] expected = Naive(dataset, [.. cubes.Entries.Select(entry => entry.Side)]);
        int voxels = expected.Length / 3;

        string said = Python.RunWith("h5py", Script, folder.File("h5/bbox1.h5")).Trim();

        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"(3, 14, 18, 16) (1, 14, 16, 16) uint8 raw+pre+cleft 64 0.0 1.0 {expected[voxels..(2 * voxels)].Sum()} {expected[(2 * voxels)..].Sum()}"),
            said);
    }

    [Fact]
    public void Run_SecondTime_KeepsTheVolumeUntilASourceOrDecisionChanges()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        PreprocessOptions options = Options(folder);
        string path = folder.File("h5/bbox1.h5");
        DateTime Written(PreprocessOptions o)
        {
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
            Preprocessor.Run(o, null, default);
            return File.GetLastWriteTimeUtc(path);
        }

        Preprocessor.Run(options, null, default);
        Assert.Equal(DateTime.UnixEpoch, Written(options));
        Assert.Equal(DateTime.UnixEpoch, Written(options with { Channels = "raw" })); // the volume has channels of its own
        Assert.NotEqual(DateTime.UnixEpoch, Written(options with { Overrides = [new PolarityOverride("bbox1_inside", 2)] }));
        File.SetLastWriteTimeUtc(folder.File("raw/bbox1/slice_3.tif"), DateTime.UnixEpoch);
        Assert.Contains(Preprocessor.Run(options with { Volumes = false }, null, default).Findings, finding => finding.Kind == "stale-volume");
        Assert.NotEqual(DateTime.UnixEpoch, Written(options));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..3000]);
        Assert.NotEqual(DateTime.UnixEpoch, Written(options));
    }

    [Fact]
    public void Run_CancelledWithinTheVolume_LeavesNoPartOfIt()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        using var stop = new CancellationTokenSource();
        var progress = new Immediately(p =>
        {
            if (p.Stage.Contains("volume", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() => Preprocessor.Run(Options(folder), progress, stop.Token));

        Assert.Equal([folder.File("h5/bbox1_synapses.h5")], Directory.GetFiles(folder.File("h5")));
    }

    [Fact]
    public void Run_VolumesAlone_WritesThemAsBesideCubes_AndReportsTheWholeWork()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        PreprocessOptions both = Options(folder);
        Preprocessor.Run(both, null, default);
        List<WorkProgress> reports = [];

        PreprocessOptions alone = both with { PreprocDir = folder.File("boxes"), Cubes = false };
        PreprocessResult result = Preprocessor.Run(alone, new Immediately(reports.Add), default);

        Assert.Equal((0, 2, 0), (result.CubeCount, result.BoundingBoxCount, result.ReusedBoundingBoxCount));
        Assert.Equal([folder.File("boxes/bbox1.h5"), folder.File("boxes/bbox2.h5")], Directory.GetFiles(folder.File("boxes")).Order());
        Assert.Equal(File.ReadAllBytes(folder.File("h5/bbox2.h5")), File.ReadAllBytes(folder.File("boxes/bbox2.h5")));
        long[] done = [.. reports.Where(report => report.Total > 0).Select(report => report.Done)];
        Assert.Equal(done.Order(), done);
        Assert.Equal((56, 56), (done[^1], reports[^1].Total)); // 2 boxes of 14 slices, each read twice
        Assert.Equal(2, Preprocessor.Run(alone, null, default).ReusedBoundingBoxCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MostBytes_OfAFileOfManyChunks_IsLittleMoreThanItTakes(bool asBytes)
    {
        using var folder = new TemporaryFolder();
        var shape = new Shape3(70, 161, 130);
        var header = new CubeFileHeader("bbox1", Size, VolumeFile.Channels, CodeTable.Seed.For("bbox1"), "made up");
        using (var writer = new VolumeFileWriter(folder.File("bbox1.h5"), header, shape, new RawStorage(0, 1, 1, 0), asBytes))
        {
            for (int channel = 0; channel < VolumeStore.ChannelCount; channel++)
            {
                writer.Write(channel, 0, new ushort[shape.Count]);
            }

            writer.Close();
        }

        long bytes = new FileInfo(folder.File("bbox1.h5")).Length;
        Assert.InRange(VolumeStore.MostBytes(shape, asBytes ? 8 : 16), bytes, bytes * 21 / 20);
    }

    [Fact]
    public void Run_NeitherCubesNorVolumes_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<EngineException>(() => Preprocessor.Run(Options(folder) with { Cubes = false, Volumes = false }, null, default));
    }

    [Fact]
    public void Open_FolderWithoutVolumes_SaysWhatToRun()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        Preprocessor.Run(Options(folder) with { Volumes = false }, null, default);

        Assert.Contains("--volumes", Assert.Throws<EngineException>(() => VolumeStore.Open(folder.File("h5"))).Message, StringComparison.Ordinal);
    }

    private static PreprocessOptions Options(TemporaryFolder folder) => new(folder.Path, folder.File("h5"), Size, Volumes: true);

    // Domain §4 with everything in memory: (3, Z, Y, X).
    private static float[] Naive(TinyDataset dataset, int[] sides)
    {
        (uint[] raw, uint[] segments, uint[] mask) = dataset.Volumes["bbox1"];
        double mean = raw.Average(v => (double)v);
        double deviation = Math.Sqrt(raw.Average(v => (v - mean) * (v - mean)));
        uint[] presynaptic = [.. TinyDataset.Synapses.Select((s, i) => sides[i] == 1 ? s.Side1 : s.Side2).Select(v => segments[(((v.Z * 18) + v.Y) * 16) + v.X])];
        return
        [
            .. raw.Select(v => (float)((v - mean) / (deviation + 1e-6))),
            .. segments.Select(id => presynaptic.Contains(id) ? 1f : 0),
            .. mask.Select(code => code == 7 ? 1f : 0),
        ];
    }

    private static float[] Cut(float[] volume, Voxel c) =>
    [
        .. from channel in Enumerable.Range(0, 3) from z in Enumerable.Range(c.Z, Size) from y in Enumerable.Range(c.Y, Size) from x in Enumerable.Range(c.X, Size)
           select volume[(((((channel * 14) + z) * 18) + y) * 16) + x],
    ];

    private static void AssertClose(float[] expected, float[] actual, double tolerance) =>
        Assert.True(expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance), "the cubes differ");

    private sealed class Immediately(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
