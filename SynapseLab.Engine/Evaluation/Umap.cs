namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Uniform manifold approximation and projection to two dimensions (McInnes, Healy and Melville 2018, arXiv:1802.03426). Departures: neighbours
/// are exact at every n, O(n²·d); the start is PCA, which keeps the large arrangement of the data as the spectral start does.
/// </summary>
public static class Umap
{
    private const double StartExtent = 10;
    private const double StartNoise = 1e-4;

    /// <summary>Lays the embeddings out.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="progress">Reports every ten epochs.</param>
    /// <param name="ct">Stops between epochs.</param>
    /// <returns>Float32 (n, 2) row-major, centred, no unit; the same bits for the same seed. One row lies at the origin.</returns>
    /// <exception cref="EngineException">An option out of its range.</exception>
    public static float[] Fit(EmbeddingMatrix x, UmapOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        options ??= new UmapOptions();
        options.Validate();
        if (x.Count == 1)
        {
            return [0, 0];
        }
        progress?.Report(new WorkProgress("UMAP: nearest neighbours", 0, 0));
        NeighbourTable neighbours = NearestNeighbours.Find(x, Math.Min(options.NeighbourCount, x.Count) - 1, options.Metric, ct);
        FuzzyGraph graph = FuzzyGraph.From(neighbours);
        float[] points = Start(x, options.Seed, ct);
        int epochCount = options.EpochCount > 0 ? options.EpochCount : x.Count <= 10_000 ? 500 : 200;
        new UmapLayout(graph, UmapCurve.Fit(options.MinDist, options.Spread), options, points).Run(epochCount, progress, ct);
        Centre(points);
        return points;
    }

    /// <summary>First two principal components, scaled to 0 … 10 at most, with a little noise so that equal rows can part.</summary>
    private static float[] Start(EmbeddingMatrix x, ulong seed, CancellationToken ct)
    {
        int components = Math.Min(2, x.Dimension);
        float[] projected = PrincipalComponents.Fit(x, components, ct).Projected;
        double extent = projected.Max(Math.Abs);
        SeededRandom random = new(seed);
        float[] points = new float[2 * x.Count];
        for (int i = 0; i < points.Length; i++)
        {
            double coordinate = i % 2 < components ? projected[(i / 2 * components) + (i % 2)] : 0;
            points[i] = (float)((extent > 0 ? StartExtent * coordinate / extent : 0) + (StartNoise * random.NextGaussian()));
        }
        return points;
    }

    private static void Centre(float[] points)
    {
        for (int axis = 0; axis < 2; axis++)
        {
            double mean = 0;
            for (int i = axis; i < points.Length; i += 2)
            {
                mean += points[i] / (points.Length / 2.0);
            }
            for (int i = axis; i < points.Length; i += 2)
            {
                points[i] -= (float)mean;
            }
        }
    }
}
