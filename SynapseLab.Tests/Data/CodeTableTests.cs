using SynapseLab.Engine;
using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class CodeTableTests
{
    [Theory]
    [InlineData("bbox1", 5, 6, "7")]
    [InlineData("bbox5", 1, 3, "2,4")]
    [InlineData("bbox3", 6, 7, "9,8")]
    [InlineData("bbox4", 3, 2, "1,4")]
    [InlineData("bbox7", 1, 2, "4,3")]
    [InlineData("bbox99", 5, 6, "7")]
    public void Seed_IsTheTableOfTheDomain(string box, int mitochondria, int vesicle, string cleft)
    {
        StructureCodes codes = CodeTable.Seed.For(box).Codes;
        Assert.Equal((mitochondria, vesicle, cleft), (codes.Mitochondria, codes.Vesicle, string.Join(',', codes.Cleft)));
    }

    [Fact]
    public void Parse_TheIssuesExample_RoundTrips()
    {
        CodeTable table = CodeTable.Parse("""{"bbox1": {"mitochondria": 3, "vesicle": 1, "cleft": [2], "voxel_size_nm": [50, 4, 4]}}""");
        table = CodeTable.Parse(table.With("*", CodeTable.Seed.For("*")).ToJson());
        Assert.Equal(new VoxelSizeNm(50, 4, 4), table.For("bbox1").VoxelSizeNm);
        Assert.Equal(3, table.For("bbox1").Codes.Mitochondria);
        Assert.Equal(6, table.For("bbox2").Codes.Vesicle);
    }

    [Theory]
    [InlineData("""{"bbox1": {"cleft": [2]}}""", "bbox1.vesicle")]
    [InlineData("""{"bbox1": {"vesicle": 1, "cleft": []}}""", "bbox1.cleft")]
    [InlineData("""{"bbox1": {"vesicle": 0, "cleft": 2}}""", "bbox1.vesicle")]
    [InlineData("""{"bbox1": {"vesicle": 1, "cleft": 2, "voxel_size_nm": [8, 8]}}""", "bbox1.voxel_size_nm")]
    [InlineData("""{"bbox1": {"vesicles": 1}}""", "bbox1.vesicles")]
    [InlineData("""{"bbox1": {"vesicle": 1, "cleft": 2}, " bbox1": {"vesicle": 3, "cleft": 2}}""", "bbox1 stands there twice")]
    [InlineData("""{"bbox1": {"vesicle": 1, "cleft": 2, "vesicle": 3}}""", "bbox1.vesicle stands there twice")]
    [InlineData("{", "JSON")]
    public void Parse_WrongEntry_NamesIt(string json, string where) =>
        Assert.Contains(where, Assert.Throws<EngineException>(() => CodeTable.Parse(json)).Message);

    [Fact]
    public void For_NoEntry_SaysWhatToAdd() =>
        Assert.Contains("bbox2", Assert.Throws<EngineException>(() => CodeTable.Parse("""{"bbox1": {"vesicle": 1, "cleft": 2}}""").For("bbox2")).Message);
}
