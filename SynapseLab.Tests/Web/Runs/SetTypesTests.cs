using SynapseLab.Tests.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class SetTypesTests
{
    [Fact]
    public void Of_AsksTheCubes()
    {
        using var typed = new SyntheticCubes(count: 10, typeOf: i => i % 2 == 0 ? "spine" : "shaft");
        using var plain = new SyntheticCubes(count: 10);
        var types = new SetTypes();

        Assert.True(types.Of(In(typed.PreprocDir)));
        Assert.False(types.Of(In(plain.PreprocDir)));
        Assert.Null(types.Of(In(Path.Combine(plain.PreprocDir, "gone"))));
        Assert.False(types.Of(MadeUpSets.Boxes(2, 96)));
    }

    [Fact]
    public void Of_CubesThatWerePreparedAgain_AsksThemAgain()
    {
        using var typed = new SyntheticCubes(count: 10, typeOf: i => i % 2 == 0 ? "spine" : "shaft");
        using var plain = new SyntheticCubes(count: 10);
        var types = new SetTypes();
        CubeSet set = In(plain.PreprocDir);
        Assert.False(types.Of(set));

        string file = Directory.GetFiles(plain.PreprocDir).Single();
        File.Copy(Directory.GetFiles(typed.PreprocDir).Single(), file, overwrite: true);
        File.SetLastWriteTimeUtc(file, new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.True(types.Of(set));
    }

    private static CubeSet In(string directory)
    {
        CubeSet set = MadeUpSets.Cubes(10, size: 8);
        set.Directory = directory;
        return set;
    }
}
