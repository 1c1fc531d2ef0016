using SynapseLab.Engine.Data;
using SynapseLab.Web.Features.Datasets.Parts;

namespace SynapseLab.Tests.Web;

public sealed class CodeFieldsTests
{
    private static readonly Dictionary<int, long> s_histogram = new() { [0] = 900, [1] = 10, [2] = 20, [3] = 30 };

    [Fact]
    public void Settings_OfWhatWasShown_AreTheSame()
    {
        var settings = new BoundingBoxSettings(new StructureCodes(3, 1, [2]), new VoxelSizeNm(50, 4, 4.5));

        BoundingBoxSettings read = CodeFields.Of(settings).Settings();

        Assert.Equal(settings.VoxelSizeNm, read.VoxelSizeNm);
        Assert.Equal((3, 1), (read.Codes.Mitochondria, read.Codes.Vesicle));
        Assert.Equal([2], read.Codes.Cleft);
    }

    [Theory]
    [InlineData("1", "2", "3", "8, 8, 8", null)]
    [InlineData("1", "2 3", "", "8 8 8", null)]
    [InlineData("", "2", "3", "8, 8, 8", "vesicle cloud has exactly one code")]
    [InlineData("1, 3", "2", "", "8, 8, 8", "vesicle cloud has exactly one code")]
    [InlineData("-1", "2", "3", "8, 8, 8", "vesicle cloud has exactly one code")]
    [InlineData("1", "", "3", "8, 8, 8", "cleft has one or more codes")]
    [InlineData("1", "256", "3", "8, 8, 8", "cleft has one or more codes")]
    [InlineData("1", "2", "x", "8, 8, 8", "Mitochondria have one code")]
    [InlineData("1", "2", "3", "8, 8", "voxel size is three numbers")]
    [InlineData("1", "2", "3", "8, 0, 8", "voxel size is three numbers")]
    [InlineData("1", "1", "3", "8, 8, 8", "Code 1 stands twice")]
    [InlineData("1", "7", "3", "8, 8, 8", "No voxel of this bounding box has code 7")]
    public void Problem_NamesTheFieldAndWhatItTakes(string vesicle, string cleft, string mitochondria, string voxelSize, string? problem)
    {
        var fields = new CodeFields { Vesicle = vesicle, Cleft = cleft, Mitochondria = mitochondria, VoxelSizeNm = voxelSize };

        string? said = fields.Problem(s_histogram);

        Assert.Equal(problem is null, said is null);
        Assert.Contains(problem ?? "", said ?? "", StringComparison.Ordinal);
    }
}
