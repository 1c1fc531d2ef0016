namespace SynapseLab.Engine.Training;

/// <summary>Metrics of the backbone's embeddings, eval mode, no augmentation.</summary>
public sealed record MetricsComputed : TrainingEvent
{
    /// <summary>Euclidean silhouette of k-means, −1 … 1.</summary>
    public required double Silhouette { get; init; }

    /// <summary>The k of that silhouette, min(100, n/2).</summary>
    public required int SilhouetteClusters { get; init; }

    /// <summary>Best silhouette over a curve of k.</summary>
    public double? BestSilhouette { get; init; }

    /// <summary>The k of the best silhouette.</summary>
    public int? BestSilhouetteClusters { get; init; }

    /// <summary>Embedded cubes, n.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Mean Hopkins statistic over seeded repeats, 0 … 1.</summary>
    public required double HopkinsMean { get; init; }

    /// <summary>Standard deviation over the repeats.</summary>
    public required double HopkinsStandardDeviation { get; init; }

    /// <summary>Width of the embedding, d.</summary>
    public required int EmbeddingDimension { get; init; }

    /// <summary>Dimensions that the embeddings use (RankMe), 1 … d.</summary>
    public double? RankMe { get; init; }

    /// <summary>Singular values of the embeddings as they are (not centred), falling, min(n, d); null in logs of earlier versions.</summary>
    public SingularValues? SingularValues { get; init; }

    /// <summary>Mean squared distance of positive projections on the unit sphere, 0 … 4; null for methods without pairs.</summary>
    public double? Alignment { get; init; }

    /// <summary>How unevenly projections spread over the sphere, −8 … 0; null for methods without pairs.</summary>
    public double? Uniformity { get; init; }

    /// <summary>Mean cosine of positive projections.</summary>
    public double? PositiveCosine { get; init; }

    /// <summary>Mean cosine of negative projections.</summary>
    public double? NegativeCosine { get; init; }

    /// <summary>Accuracy of the 5 nearest neighbours for the types of the synapses, 0 … 1; null without types.</summary>
    public double? KnnAccuracy { get; init; }

    /// <summary>Accuracy of a linear probe for the types of the synapses, 0 … 1; null without types.</summary>
    public double? LinearProbeAccuracy { get; init; }

    /// <summary>What always naming the commonest type would reach, 0 … 1; null without types.</summary>
    public double? MajorityFraction { get; init; }

    /// <summary>How well the embedding tells the mean grey value of its cube, at most 1.</summary>
    public double? IntensityR2 { get; init; }
}
