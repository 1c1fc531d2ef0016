using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class PreparedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PreparedFilesTests() => TinyDataset.Write(_folder.Path, boxes: 3);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<bool, bool> Kinds() => new() { { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void StaleBoxes_NamesThoseWhoseSourcesDecisionsOrFilesChanged(bool cubes, bool volumes)
    {
        PreprocessOptions options = Options(cubes, volumes);
        Assert.Equal(["bbox1", "bbox2", "bbox3"], Stale(options)); // nothing is there yet
        Preprocessor.Run(options, null, default);
        Assert.Empty(Stale(options));

        Assert.Equal(["bbox2"], Stale(options with { Overrides = [new PolarityOverride("bbox2_inside", 2)] }));
        Assert.Equal(["bbox1"], Stale(options with { Codes = CodeTable.Seed.With("bbox1", CodeTable.Seed.For("bbox2")) }));
        File.SetLastWriteTimeUtc(_folder.File("seg/bbox3/slice_3.tif"), DateTime.UnixEpoch);
        Assert.Equal(["bbox3"], Stale(options));
        string file = _folder.File(volumes ? "h5/bbox1.h5" : "h5/bbox1_synapses.h5");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..3000]);
        Assert.Equal(["bbox1", "bbox3"], Stale(options));
        Preprocessor.Run(options, null, default);
        Assert.Empty(Stale(options));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void StaleBoxes_BoxThatCannotBeUsedIsNotMissing_OneThatIsGoneIsNamed(bool cubes, bool volumes)
    {
        PreprocessOptions options = Options(cubes, volumes);
        File.Delete(_folder.File("raw/bbox2/slice_3.tif")); // 13 slices of raw, 14 of the others
        Preprocessor.Run(options, null, default);
        Assert.Empty(Stale(options));

        foreach (string part in (string[])["raw/bbox3", "seg/bbox3", "bbox_3"])
        {
            Directory.Delete(_folder.File(part), recursive: true);
        }

        File.Delete(_folder.File("bbox3.xlsx"));
        Assert.Equal(["bbox3"], Stale(options));
    }

    private PreprocessOptions Options(bool cubes, bool volumes) => new(_folder.Path, _folder.File("h5"), 8, Volumes: volumes, Cubes: cubes);

    private static IReadOnlyList<string> Stale(PreprocessOptions options) => PreparedFiles.StaleBoxes(options, default);
}
