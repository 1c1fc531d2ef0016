using System.Text.Json;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>Everything that the scatter page shows of one embedding set, read once from its files.</summary>
public sealed class EmbeddingView
{
    private EmbeddingView(IReadOnlyList<EmbeddingPoint> points, IReadOnlyList<Colouring> colourings, EmbeddingMatrix embeddings, JsonElement metrics) =>
        (Points, Colourings, Embeddings, Metrics) = (points, colourings, embeddings, metrics);

    /// <summary>All points, by row.</summary>
    internal IReadOnlyList<EmbeddingPoint> Points { get; }

    /// <summary>The ways to colour them.</summary>
    internal IReadOnlyList<Colouring> Colourings { get; }

    /// <summary>Embeddings (n, d), rows as <see cref="Points"/>.</summary>
    internal EmbeddingMatrix Embeddings { get; }

    /// <summary>metrics.json.</summary>
    internal JsonElement Metrics { get; }

    /// <summary>Reads the files of an evaluation.</summary>
    /// <param name="outputDir">The evaluation's folder.</param>
    /// <param name="preprocDir">The cube set, for polarity and types; it may be gone.</param>
    /// <exception cref="SynapseLab.Engine.EngineException">A file is missing or damaged.</exception>
    internal static EmbeddingView Load(string outputDir, string preprocDir)
    {
        foreach (string name in (string[])[EvaluationFiles.TableName, EvaluationFiles.EmbeddingsName, EvaluationFiles.MetricsName])
        {
            if (!File.Exists(Path.Combine(outputDir, name)))
            {
                throw new EngineException($"Expected {Path.Combine(outputDir, name)}, but it is gone; evaluate the run again.");
            }
        }

        IReadOnlyList<EmbeddingPoint> points = EmbeddingTable.Read(outputDir);
        (float[] values, int count, int dimension) = NpyFile.Read(Path.Combine(outputDir, EvaluationFiles.EmbeddingsName));
        var matrix = new EmbeddingMatrix(values, count, dimension);
        JsonElement metrics = JsonElement.Parse(File.ReadAllText(Path.Combine(outputDir, EvaluationFiles.MetricsName)));
        return new(points, [.. ColouringsOf(points, matrix, preprocDir)], matrix, metrics);
    }

    /// <summary>The k nearest points in the embedding space (Euclidean, all d features), nearest first, without the point itself.</summary>
    internal IReadOnlyList<(EmbeddingPoint Point, double Distance)> Neighbours(int index, int k) =>
    [
        .. Points.Where(point => point.Index != index)
            .Select(point => (Point: point, Distance: Distance(index, point.Index)))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Point.Index)
            .Take(k),
    ];

    private double Distance(int a, int b)
    {
        ReadOnlySpan<float> first = Embeddings.Row(a);
        ReadOnlySpan<float> second = Embeddings.Row(b);
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double difference = first[i] - second[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    private static IEnumerable<Colouring> ColouringsOf(IReadOnlyList<EmbeddingPoint> points, EmbeddingMatrix matrix, string preprocDir)
    {
        yield return Colouring.ByWord("bbox", "Bounding box", [.. points.Select(point => point.BoundingBox)]);
        yield return Colouring.ByWord("cluster", "Cluster", [.. points.Select(point => $"cluster {point.Cluster + 1}")]);
        yield return Colouring.ByWord("side", "Presynaptic side", [.. points.Select(point => $"side {point.Side}")]);
        if (SynapsesOf(preprocDir) is { } synapses)
        {
            Colouring ByWord(string key, string title, IEnumerable<string?> words)
            {
                var wordOf = synapses.Zip(words).ToDictionary(pair => pair.First.FullId, pair => pair.Second);
                return Colouring.ByWord(key, title, [.. points.Select(point => wordOf.GetValueOrDefault(point.FullId))]);
            }

            yield return ByWord("polarity", "Polarity", synapses.Select(synapse => synapse.Polarity.ToString().ToLowerInvariant()));
            Colouring types = ByWord("type", "Type", SynapseLabels.TypesOf(synapses));
            if (types.TellsApart)
            {
                yield return types;
            }
        }

        int[] clusters = [.. points.Select(point => point.Cluster)];
        if (clusters.Distinct().Count() > 1)
        {
            yield return new("silhouette", "Silhouette of the point", [], [.. Silhouette.Samples(matrix, clusters).Select(value => (float)value)]);
        }
    }

    private static IReadOnlyList<CubeEntry>? SynapsesOf(string preprocDir)
    {
        try
        {
            using CubeStore cubes = CubeStore.Open(preprocDir);
            return cubes.Entries;
        }
        catch (EngineException)
        {
            // The cubes were removed since; the points are still worth a look.
            return null;
        }
    }
}
