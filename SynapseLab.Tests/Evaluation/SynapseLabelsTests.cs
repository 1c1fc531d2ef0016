using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class SynapseLabelsTests
{
    [Fact]
    public void Of_ColumnOfTypes_ComesBeforeTheWordsOfVar1()
    {
        CubeEntry[] Synapses(params string?[] types) => [.. Enumerable.Range(0, 20).Select(i =>
            new CubeEntry("bbox1", (i < 10 ? "spine_synapse_" : "non_spine_synapse_") + i, new Voxel(0, 0, 0), 1, PolarityState.Clear, false) { Type = types[i % types.Length] })];

        Assert.Equal(["a", "b"], SynapseLabels.Of(Synapses("a", "b"))!.Names);
        Assert.Equal([0, 1, 0], SynapseLabels.Of(Synapses("a", "b"))!.Classes[..3]);
        Assert.Equal(["non_spine", "spine"], SynapseLabels.Of(Synapses("a"))!.Names); // one type tells nothing apart
        Assert.Equal(["non_spine", "spine"], SynapseLabels.Of(Synapses(null, null))!.Names);
    }

    [Theory]
    [InlineData("non_spine_synapse_057", "non_spine")]
    [InlineData("spine_synapse_072", "spine")]
    [InlineData("Spine_synapse_072  ", "spine")]
    [InlineData("spine_synpase_014", "spine")]
    [InlineData("spine_synapse_001~2", "spine")]
    [InlineData("explorative_2024-11-07_Name_133", "explorative")]
    [InlineData("asymmetric-12", "asymmetric")]
    [InlineData("synapse_3", null)]
    [InlineData("row_14", null)]
    [InlineData("s12", null)]
    [InlineData("133", null)]
    [InlineData("", null)]
    public void TypeOf_RealNames_TellTheType(string var1, string? expected) => Assert.Equal(expected, SynapseLabels.TypeOf(var1));

    [Fact]
    public void FromVar1_TwoTypes_KeepsTheirRows()
    {
        string[] names = [.. Enumerable.Range(0, 5).SelectMany(i => new[] { $"spine_synapse_{i}", $"non_spine_synapse_{i}", $"other_{i / 2}" }).Append("row_3").Where((_, i) => i != 14)];
        SynapseLabels labels = SynapseLabels.FromVar1(names)!;
        Assert.Equal(["non_spine", "spine"], labels.Names); // "other" has 4
        Assert.Equal([0, 1, 3, 4, 6, 7, 9, 10, 12, 13], labels.Rows);
        Assert.Equal([1, 0, 1, 0, 1, 0, 1, 0, 1, 0], labels.Classes);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(20, 0)]
    [InlineData(0, 0)]
    public void FromColumn_FewerThanTwoClassesOfFive_IsNull(int first, int second) =>
        Assert.Null(SynapseLabels.FromColumn([.. Enumerable.Repeat("a", first), .. Enumerable.Repeat("b", second), null, " "]));

    [Fact]
    public void FromColumn_TwoClassesOfFive_IsEnough() =>
        Assert.Equal(10, SynapseLabels.FromColumn([.. Enumerable.Repeat("a", 5), .. Enumerable.Repeat("b", 5)])!.Rows.Length);
}
