using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class SynapseLabelsTests
{
    [Fact]
    public void Of_ColumnOfTypes_ComesBeforeTheWordsOfVar1()
    {
        CubeEntry[] Synapses(params string?[] types) => [.. Enumerable.Range(0, 20).Select(i => Synapse((i < 10 ? "spine_synapse_" : "non_spine_synapse_") + i, types[i % types.Length]))];

        Assert.Equal(["a", "b"], SynapseLabels.Of(Synapses("a", "b"))!.Names);
        Assert.Equal([0, 1, 0], SynapseLabels.Of(Synapses("a", "b"))!.Classes[..3]);
        Assert.Equal(["non_spine", "spine"], SynapseLabels.Of(Synapses("a"))!.Names); // one type tells nothing apart
        Assert.Equal(["non_spine", "spine"], SynapseLabels.Of(Synapses(null, null))!.Names);
    }

    [Fact]
    public void TypesOf_TooFewForClasses_StillNamesThem()
    {
        Assert.Equal(["a", null], SynapseLabels.TypesOf([Synapse("synapse_1", "a"), Synapse("synapse_2", null)]));
        Assert.Equal(["a", null], SynapseLabels.TypesOf([Synapse("spine_1", "a"), Synapse("spine_2", null)])); // the column comes first
        Assert.Equal(["spine", "non_spine"], SynapseLabels.TypesOf([Synapse("spine_1", null), Synapse("non_spine_2", null)]));
        Assert.Equal([null, null], SynapseLabels.TypesOf([Synapse("synapse_1", null), Synapse("row_2", null)]));
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
    public void Of_TwoTypesInVar1_KeepsTheirRows()
    {
        string[] names = [.. Enumerable.Range(0, 5).SelectMany(i => new[] { $"spine_synapse_{i}", $"non_spine_synapse_{i}", $"other_{i / 2}" }).Append("row_3").Where((_, i) => i != 14)];
        SynapseLabels labels = SynapseLabels.Of([.. names.Select(name => Synapse(name, null))])!;
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

    private static CubeEntry Synapse(string id, string? type) => new("bbox1", id, new Voxel(0, 0, 0), 1, PolarityState.Clear, false) { Type = type };
}
