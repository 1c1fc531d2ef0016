using SynapseLab.Engine.Evaluation;
using SynapseLab.Tests.Training;
using SynapseLab.Web.Features.Embeddings.Points;

namespace SynapseLab.Tests.Web;

/// <summary>By what the scatter can colour its points.</summary>
public sealed class EmbeddingColouringTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-colouring-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_CubesWithTypes_ColoursByThemRareOnesToo()
    {
        using var cubes = new SyntheticCubes(count: 10, typeOf: i => i < 9 ? i % 2 == 0 ? "spine" : "shaft" : "soma");

        Colouring type = Assert.Single(Load(cubes.PreprocDir, 10).Colourings, way => way.Key == "type");

        Assert.Equal(("Type", 5, 1), (type.Title, type.CountOf(type.Labels.ToList().IndexOf("spine")), type.CountOf(type.Labels.ToList().IndexOf("soma"))));
        Assert.Equal(["shaft", "soma", "spine"], type.Labels);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_CubesWithoutTypesOrGone_HasTheOtherColours(bool areGone)
    {
        using var cubes = new SyntheticCubes(count: 4);

        var ways = Load(areGone ? Path.Combine(_folder, "gone") : cubes.PreprocDir, 4).Colourings.Select(way => way.Key);

        Assert.Equal(areGone ? ["bbox", "cluster", "side", "silhouette"] : ["bbox", "cluster", "side", "polarity", "silhouette"], ways);
    }

    [Fact]
    public void Load_AnotherWordForEachSynapse_IsNoType()
    {
        using var cubes = new SyntheticCubes(count: 4, typeOf: i => $"seen by {i}");

        Assert.DoesNotContain(Load(cubes.PreprocDir, 4).Colourings, way => way.Key == "type");
    }

    private EmbeddingView Load(string preprocDir, int count)
    {
        string rows = string.Concat(Enumerable.Range(0, count).Select(i => $"bbox1_synapse_{i},bbox1,1,{i},{i},{i},0.5,{i},{i % 2}\r\n"));
        File.WriteAllText(Path.Combine(_folder, EvaluationFiles.TableName), "id,bbox,side,x,y,z,umap_1,umap_2,cluster\r\n" + rows);
        File.WriteAllText(Path.Combine(_folder, EvaluationFiles.MetricsName), "{}");
        NpyFile.Write(Path.Combine(_folder, EvaluationFiles.EmbeddingsName), [.. Enumerable.Range(0, 2 * count).Select(i => (float)i)], count, 2);
        return EmbeddingView.Load(_folder, preprocDir);
    }
}
