namespace SynapseLab.Engine.Evaluation;

/// <summary>The parts of an evaluation in their order, each with its share of the progress.</summary>
internal sealed class EvaluationComputation
{
    private const int HopkinsRepeats = 100;
    private const int NullDrawCount = 5;
    private const int ShownComponents = 50;
    private const int PictureNeighbours = 15;
    private static readonly int[] s_curve = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100];

    private readonly EmbeddingMatrix _x;
    private readonly IReadOnlyList<EmbeddingPointInfo> _info;
    private readonly int? _asked;
    private readonly ulong _seed;
    private readonly IProgress<WorkProgress>? _progress;
    private readonly CancellationToken _ct;

    /// <summary>Checks what <see cref="EvaluationReport.Compute"/> takes.</summary>
    public EvaluationComputation(
        EmbeddingMatrix x, IReadOnlyList<EmbeddingPointInfo> info, int? clusters, ulong seed, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(info);
        if (info.Count != x.Count)
        {
            throw new EngineException($"Every embedding belongs to one synapse, but {x.Count} embeddings came with {info.Count} synapses.");
        }
        EvaluationReport.RequireClusterCount(clusters, x.Count);
        (_x, _info, _asked, _seed, _progress, _ct) = (x, info, clusters, seed, progress, ct);
    }

    /// <summary>Computes all parts.</summary>
    public EvaluationReport Run()
    {
        int n = _x.Count;
        bool enough = n >= 3; // for clusters 2 … n − 1
        PrincipalComponentsResult pca = PrincipalComponents.Fit(_x, Math.Min(n, _x.Dimension), _ct);
        float[] umap = Umap.Fit(_x, new UmapOptions { Seed = _seed, NeighbourCount = PictureNeighbours }, _progress, _ct);
        int headline = _asked ?? QuickMetrics.HeadlineClusterCount(n);
        int[] clusterCounts = enough ? [.. s_curve.Where(k => k <= n / 2).Append(headline).Distinct().Order()] : [];
        IReadOnlyList<SilhouettePoint> curve = enough ? Silhouette.Curve(_x, clusterCounts, _seed, _progress, _ct) : [];
        MatchedNullResult? none = enough ? MatchedNull.Compute(pca, clusterCounts, NullDrawCount, _seed, _progress, _ct) : null;
        SilhouetteFigure[] figures = [.. curve.Select((point, i) => Figure(point, none!.Silhouette[i]))];
        SilhouettePoint? shown = curve.FirstOrDefault(point => point.ClusterCount == _asked) ?? curve.MaxBy(point => point.Score);
        return new EvaluationReport
        {
            Embeddings = _x,
            Points = _info,
            Umap = umap,
            UmapTrustworthiness = PictureTrustworthiness(umap),
            Clusters = shown?.Labels ?? new int[n],
            ClusterCount = shown?.ClusterCount ?? 1,
            Silhouette = figures.FirstOrDefault(figure => figure.ClusterCount == headline),
            SilhouetteCurve = figures,
            Hopkins = n >= 2 ? Hopkins.Compute(_x, HopkinsRepeats, _seed, HopkinsExponent.One, _ct) : null,
            HopkinsTextbook = n >= 2 ? Hopkins.Compute(_x, HopkinsRepeats, _seed, HopkinsExponent.Dimension, _ct) : null,
            NullHopkins = none?.Hopkins,
            NullDrawCount = none?.DrawCount ?? 0,
            ExplainedVarianceFraction = [.. pca.ExplainedVarianceFraction.Take(ShownComponents)],
            Seed = _seed,
        };
    }

    private static SilhouetteFigure Figure(SilhouettePoint point, NullSilhouette none)
    {
        double margin = 1.96 * point.StandardError;
        return new SilhouetteFigure(point.ClusterCount, point.Score, point.Score - margin, point.Score + margin, none);
    }

    private double? PictureTrustworthiness(float[] umap)
    {
        int neighbours = Math.Min(PictureNeighbours, (_x.Count - 1) / 2);
        return neighbours < 1 || _x.Count < 4 ? null : Trustworthiness.Compute(_x, new EmbeddingMatrix(umap, _x.Count, 2), neighbours, _ct);
    }
}
