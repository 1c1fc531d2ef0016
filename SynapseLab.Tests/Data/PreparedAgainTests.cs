using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

/// <summary>Cubes prepared into a folder where others lie: what is kept, renewed and cleared.</summary>
public sealed class PreparedAgainTests
{
    private const int Size = 12;

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

    [Theory]
    [InlineData("d[0, 0, 0, 0] = d[0, 0, 0, 0] ^ 1")] // a disk or a copy has changed a voxel
    [InlineData("del d.attrs['crc32c']")] // a file from before checksums
    public void Run_CubesThatCannotBeTrusted_AreCutAnewUnderTheSameFingerprint(string change)
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 2);
        var options = new PreprocessOptions(folder.Path, folder.File("h5"), Size);
        Preprocessor.Run(options, null, default);
        (string fingerprint, float[] written) = First(options.PreprocDir);
        Python.RunWith("h5py", $"import sys, h5py\nf = h5py.File(sys.argv[1], 'r+')\nfor d in f.values(): {change}\nf.close()", folder.File("h5/bbox1_synapses.h5"));

        Assert.Equal(1, Preprocessor.Run(options, null, default).ReusedBoundingBoxCount);

        (string fingerprintNow, float[] now) = First(options.PreprocDir);
        Assert.Equal(fingerprint, fingerprintNow);
        Assert.Equal(written, now);
        using CubeFileReader file = CubeFileReader.Open(folder.File("h5/bbox1_synapses.h5"));
        Assert.All(file.Records, record => Assert.NotNull(record.Checksum));
        Assert.Equal(2, Preprocessor.Run(options, null, default).ReusedBoundingBoxCount);
    }

    /// <summary>A store's fingerprint and its first cube.</summary>
    private static (string Fingerprint, float[] Voxels) First(string folder)
    {
        using CubeStore store = CubeStore.Open(folder);
        float[] voxels = new float[store.CubeLength];
        store.Read(0, voxels);
        return (store.Fingerprint, voxels);
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
}
