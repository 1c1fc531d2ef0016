using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

public sealed class PreprocessorTests
{
    private const int Size = 12;

    [Theory]
    [InlineData("raw+pre+cleft", 8)]
    [InlineData("raw+pre+cleft", 16)]
    [InlineData("raw+pre+cleft", 32)]
    [InlineData("raw+vesicle+cleft", 8)]
    [InlineData("raw+vesicle+seg", 16)]
    [InlineData("raw", 8)]
    [InlineData("raw-masked", 8)]
    [InlineData("raw-masked:vesicle+mitochondria", 16)]
    public void Run_EveryRecipe_AgreesWithTheNaiveCube(string channels, int rawBits)
    {
        using var folder = new TemporaryFolder();
        TinyDataset dataset = TinyDataset.Write(folder.Path, rawBits);
        PreprocessResult result = Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size, channels), null, default);
        Assert.Equal((3, 1, 0), (result.CubeCount, result.BoundingBoxCount, result.ReusedBoundingBoxCount));
        using CubeStore store = CubeStore.Open(folder.File("h5"));
        Assert.Equal(TinyDataset.Synapses.Select(s => "bbox1_" + s.Id), store.Entries.Select(e => e.FullId));
        Assert.Equal([true, true, true], store.Entries.Select((e, i) => e.Padded == (i > 0)));
        float[] cube = new float[store.CubeLength];
        double tolerance = rawBits == 8 ? 1.0 / 255 : 1.0 / 65535;
        for (int i = 0; i < store.Count; i++)
        {
            store.Read(i, cube);
            double[] expected = NaiveCube(dataset, i, channels, store.Entries[i].Side);
            Assert.Equal(expected.Length, cube.Length);
            Assert.True(expected.Zip(cube).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance), $"{store.Entries[i].Id} of {channels}");
        }
    }

    [Fact]
    public void Run_InTheFolderOfAKilledOne_ClearsWhatItLeft()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        Directory.CreateDirectory(folder.File("h5"));
        string[] left = ["bbox1_synapses.h5.partial", "bbox9.h5.partial", ".in-use"];
        left.ToList().ForEach(name => File.WriteAllText(folder.File($"h5/{name}"), "half"));
        File.WriteAllText(folder.File("h5/film.partial"), "a person's");
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size), null, default);

        Assert.Equal(["bbox1_synapses.h5", "film.partial"], Directory.GetFiles(folder.File("h5")).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public void Run_SecondTime_ReusesUntilASourceOrOptionChanges()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        int Reused(PreprocessOptions o) => Preprocessor.Run(o, null, default).ReusedBoundingBoxCount;
        Assert.Equal(0, Reused(options));
        Assert.Equal(2, Reused(options));
        File.SetLastWriteTimeUtc(folder.File("raw/bbox2/slice_3.tif"), DateTime.UnixEpoch);
        Assert.Equal(1, Reused(options));
        PreprocessOptions overridden = options with { Overrides = [new PolarityOverride("bbox1_inside", 2)] };
        Assert.Equal(1, Reused(overridden));
        using (CubeStore store = CubeStore.Open(options.PreprocDir))
        {
            Assert.Equal((2, PolarityState.Manual), (store.Entries[0].Side, store.Entries[0].Polarity));
        }

        File.WriteAllBytes(folder.File("h5/bbox1_synapses.h5"), File.ReadAllBytes(folder.File("h5/bbox1_synapses.h5"))[..3000]);
        Assert.Equal(1, Reused(overridden));
        Assert.Equal(0, Reused(options with { Channels = "raw" }));
    }

    [Fact]
    public void Run_TypesInTheTable_AreKeptAndAddedToAFileFromBeforeTheyWere()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, types: ["round", null, "flat"]);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        Preprocessor.Run(options, null, default);
        string fingerprint = ForgetTypes(folder.File("h5/bbox1_synapses.h5"));

        Assert.Equal(0, Preprocessor.Run(options, null, default).ReusedBoundingBoxCount);
        using (CubeStore store = CubeStore.Open(options.PreprocDir))
        {
            Assert.Equal(["round", null, "flat"], store.Entries.Select(entry => entry.Type));
            Assert.Equal(fingerprint, store.Fingerprint); // runs on them go on
        }

        Assert.Equal(1, Preprocessor.Run(options, null, default).ReusedBoundingBoxCount);
    }

    /// <summary>Writes the file as it was before types were kept; its store's fingerprint.</summary>
    private static string ForgetTypes(string path)
    {
        string old = path + ".old";
        using (CubeFileReader file = CubeFileReader.Open(path))
        {
            using var writer = new CubeFileWriter(old, file.Header, asBytes: true);
            int size = file.Header.CubeSize;
            foreach (CubeRecord record in file.Records)
            {
                writer.Add(record with { Entry = record.Entry with { Type = null } }, new Cube(size, new ushort[3 * size * size * size], record.Scale, record.Entry.Padded));
            }

            writer.Close();
        }

        File.Move(old, path, overwrite: true);
        using CubeStore store = CubeStore.Open(Path.GetDirectoryName(path)!);
        Assert.All(store.Entries, entry => Assert.Null(entry.Type));
        return store.Fingerprint;
    }

    [Fact]
    public void Run_OneBoxUnusable_SaysWhyAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        File.Delete(folder.File("seg/bbox2/slice_13.tif"));
        PreprocessResult result = Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size), null, default);
        Assert.Equal(1, result.BoundingBoxCount);
        Finding finding = Assert.Single(result.Findings, f => f.Severity == Severity.Error);
        Assert.Contains("raw stack is 14 × 18 × 16", finding.Message);
        Assert.Contains("13 × 18 × 16", finding.Message);
    }

    [Fact]
    public void Run_VoxelsOfOneBoxDamaged_SaysWhichSliceAndGoesOn()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        Preprocessor.Run(options, null, default);
        OverwriteVoxels(folder.File("raw/bbox1/slice_7.tif"));

        PreprocessResult result = Preprocessor.Run(options, null, default);

        Assert.Equal((3, 1), (result.CubeCount, result.BoundingBoxCount));
        Finding finding = Assert.Single(result.Findings, f => f.Severity == Severity.Error);
        Assert.Contains("slice_7.tif", finding.Message, StringComparison.Ordinal);
        Assert.Equal([folder.File("h5/bbox2_synapses.h5")], Directory.GetFiles(folder.File("h5")));

        OverwriteVoxels(folder.File("raw/bbox2/slice_7.tif"));
        Assert.Contains("slice_7.tif", Assert.Throws<EngineException>(() => Preprocessor.Run(options, null, default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhileAnotherRunWritesIntoTheFolder_IsRefusedAndDisturbsNothing()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        EngineException? refusal = null;
        var progress = new Immediately(p => refusal ??= p.Done == 2 ? Assert.Throws<EngineException>(() => Preprocessor.Run(options, null, default)) : null);

        Assert.Equal(3, Preprocessor.Run(options, progress, default).CubeCount);

        Assert.Contains("in use", refusal?.Message, StringComparison.Ordinal);
        Assert.Equal([folder.File("h5/bbox1_synapses.h5")], Directory.GetFiles(folder.File("h5")));
    }

    [Fact]
    public void Run_Cancelled_LeavesNoFile()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        using var stop = new CancellationTokenSource();
        var progress = new Immediately(p =>
        {
            if (p.Done > 0)
            {
                stop.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(
            () => Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), Size), progress, stop.Token));
        Assert.Empty(Directory.GetFiles(folder.File("h5")));
    }

    [Fact]
    public void Run_OddSizeOrUnknownChannels_SaysWhatIsAllowed()
    {
        var options = new PreprocessOptions("nowhere", "nowhere");
        Assert.Contains("even number", Assert.Throws<EngineException>(() => Preprocessor.Run(options with { CubeSize = 81 }, null, default)).Message);
        Assert.Contains("raw+vesicle+seg", Assert.Throws<EngineException>(() => Preprocessor.Run(options with { Channels = "rgb" }, null, default)).Message);
    }

    // The strips stand between the header's 8 bytes and the directory at the end.
    private static void OverwriteVoxels(string slice)
    {
        byte[] bytes = File.ReadAllBytes(slice);
        bytes.AsSpan(8, 60).Fill(0xFF);
        File.WriteAllBytes(slice, bytes);
    }

    // Domain §3 voxel by voxel, with bounds asked at each.
    private static double[] NaiveCube(TinyDataset dataset, int index, string channels, int side)
    {
        (uint[] raw, uint[] segments, uint[] mask) = dataset.Volumes["bbox1"];
        (_, Voxel c, Voxel side1, Voxel side2) = TinyDataset.Synapses[index];
        Shape3 shape = TinyDataset.Shape;
        int At(Voxel v) => (((v.Z * shape.Y) + v.Y) * shape.X) + v.X;
        Voxel[] window = [.. from z in Enumerable.Range(0, Size) from y in Enumerable.Range(0, Size) from x in Enumerable.Range(0, Size)
                             select new Voxel(c.Z - (Size / 2) + z, c.Y - (Size / 2) + y, c.X - (Size / 2) + x)];
        uint[] real = [.. window.Where(v => shape.Contains(v)).Select(v => raw[At(v)])];
        uint pre = segments[At(side == 1 ? side1 : side2)], post = segments[At(side == 1 ? side2 : side1)];
        double Raw(int i) => (raw[i] - real.Min()) / (double)(real.Max() - real.Min());
        bool Kept(int i) => channels == "raw-masked" ? segments[i] == pre || segments[i] == post || mask[i] == 7 : mask[i] is 6 or 5;
        string[] names = channels.StartsWith("raw-masked", StringComparison.Ordinal) ? ["raw-masked"] : channels.Split('+');
        return [.. names.SelectMany(name => window.Select(v => (name, shape.Contains(v)) switch
        {
            ("raw-masked", true) => Kept(At(v)) ? Raw(At(v)) : 0.6,
            ("raw-masked", false) => 0.6,
            (_, false) => 0,
            ("raw", _) => Raw(At(v)),
            ("pre", _) => segments[At(v)] == pre ? 1 : 0,
            ("cleft", _) => mask[At(v)] == 7 ? 1 : 0,
            ("vesicle", _) => mask[At(v)] == 6 ? 1.0 : 0,
            _ => segments[At(v)] != 0 ? 1 : 0,
        }))];
    }

    private sealed class Immediately(Action<WorkProgress> report) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => report(value);
    }
}
