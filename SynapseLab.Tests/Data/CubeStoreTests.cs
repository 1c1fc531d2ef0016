using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

public sealed class CubeStoreTests
{
    [Fact]
    public void Read_FromManyThreads_GivesEveryoneItsCube()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, boxes: 3);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), 10), null, default);
        using CubeStore store = CubeStore.Open(folder.File("h5"));
        float[][] alone = [.. Enumerable.Range(0, store.Count).Select(i => Read(store, i))];
        Parallel.For(0, 400, i => Assert.Equal(alone[i % alone.Length], Read(store, i % alone.Length)));
        Assert.All(alone, cube => Assert.All(cube, value => Assert.InRange(value, 0f, 1f)));
    }

    // What HDF5 remembers of a dataset takes 17 KB, of an open one 37: a set of any size must not have them all. The root group stays.
    [Fact]
    public void Read_EveryCube_LeavesNothingOfItInsideHdf5()
    {
        const int Count = 200;
        using var made = new Training.SyntheticCubes(Count);
        using CubeFileReader file = CubeFileReader.Open(Path.Combine(made.PreprocDir, "bbox1" + CubeFileHeader.FileSuffix));
        int opened = file.CachedPieces;
        for (int i = 0; i < Count; i++)
        {
            file.Read(i, new float[3 * 8 * 8 * 8]);
        }

        Assert.InRange(file.CachedPieces, 1, Count / 2);
        Assert.InRange(opened, 1, Count / 2);
    }

    [Fact]
    public void Read_VoxelsThatADiskHasChanged_NamesFileAndSynapse()
    {
        using var made = new Training.SyntheticCubes(3);
        string path = Path.Combine(made.PreprocDir, "bbox1" + CubeFileHeader.FileSuffix);
        float[][] written;
        using (CubeStore whole = CubeStore.Open(made.PreprocDir))
        {
            written = [.. Enumerable.Range(0, 3).Select(i => Read(whole, i))];
        }

        byte[] file = File.ReadAllBytes(path);
        int at = file.AsSpan().IndexOf([.. written[1].Take(512).Select(grey => (byte)MathF.Round(grey * 255))]); // the first of three channels of 8³
        file[at + 700] ^= 1;
        File.WriteAllBytes(path, file);
        using CubeStore store = CubeStore.Open(made.PreprocDir);

        Assert.Equal(written[0], Read(store, 0));
        string message = Assert.Throws<EngineException>(() => Read(store, 1)).Message;
        Assert.StartsWith($"{path}: the voxels of the cube synapse_1 are not those that were written (checksum ", message, StringComparison.Ordinal);
        Assert.Throws<EngineException>(() => Read(store, 1)); // nor the next time
        Assert.Equal(written[2], Read(store, 2));
    }

    [Fact]
    public void Checksum_IsThatOfTheRfc()
    {
        Assert.Equal(0xE3069283, StoredChecksum.Of("123456789"u8));
        Assert.Equal(StoredChecksum.Of([1, 2, 255]), StoredChecksum.Of([1, 2, 255], asBytes: true));
        Assert.Equal(StoredChecksum.Of([1, 0, 2, 1]), StoredChecksum.Of([1, 258], asBytes: false));
    }

    [Fact]
    public void Open_NoFilesForeignFileOrMixedSizes_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("run preprocess first", Assert.Throws<EngineException>(() => CubeStore.Open(folder.File("none"))).Message);
        TinyDataset.Write(folder.Path);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("a"), 10), null, default);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("b"), 12), null, default);
        File.Copy(folder.File("b/bbox1_synapses.h5"), folder.File("a/bbox2_synapses.h5"));
        Assert.Contains("do not belong together", Assert.Throws<EngineException>(() => CubeStore.Open(folder.File("a"))).Message);
        File.WriteAllText(folder.File("a/bbox2_synapses.h5"), "not HDF5");
        Assert.Contains("bbox2_synapses.h5", Assert.ThrowsAny<EngineException>(() => CubeStore.Open(folder.File("a"))).Message);
    }

    [Fact]
    public void Fingerprint_SameSources_SameUntilAnOptionChanges()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        string Fingerprint(string name, int size)
        {
            Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File(name), size), null, default);
            using CubeStore store = CubeStore.Open(folder.File(name));
            return store.Fingerprint;
        }

        Assert.Equal(Fingerprint("a", 10), Fingerprint("b", 10));
        Assert.NotEqual(Fingerprint("a", 10), Fingerprint("c", 12));
    }

    [Fact]
    public void Read_AfterDispose_Throws()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.File("h5"), 10), null, default);
        CubeStore store = CubeStore.Open(folder.File("h5"));
        store.Dispose();
        store.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Read(store, 0));
    }

    private static float[] Read(CubeStore store, int index)
    {
        float[] cube = new float[store.CubeLength];
        store.Read(index, cube);
        return cube;
    }
}
