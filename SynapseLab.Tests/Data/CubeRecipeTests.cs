using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Tests.Data;

/// <summary>The voxels of prepared cubes.</summary>
public sealed class CubeRecipeTests
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
}
