namespace SynapseLab.Engine.Evaluation;

/// <summary>Settings of UMAP, with the paper's defaults.</summary>
public sealed record UmapOptions
{
    /// <summary>Neighbours of a row, itself included as in umap-learn; fewer rows give fewer. At least 2; default 15.</summary>
    public int NeighbourCount { get; init; } = 15;

    /// <summary>Distance below which points of the picture are as close as can be, 0 … <see cref="Spread"/>; default 0.1.</summary>
    public double MinDist { get; init; } = 0.1;

    /// <summary>Scale of the picture; default 1.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>Passes over the edges; 0 takes 500 up to 10,000 rows and 200 beyond. Default 0.</summary>
    public int EpochCount { get; init; }

    /// <summary>Random points pushed away for each edge drawn together; default 5.</summary>
    public int NegativeSampleCount { get; init; } = 5;

    /// <summary>First step size, falls linearly to 0; default 1.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Distance between embeddings; default Euclidean.</summary>
    public DistanceMetric Metric { get; init; } = DistanceMetric.Euclidean;

    /// <summary>Same seed, same picture. Default 42.</summary>
    public ulong Seed { get; init; } = 42;

    internal void Validate()
    {
        if (NeighbourCount < 2 || EpochCount < 0 || NegativeSampleCount < 0 || !(LearningRate > 0)
            || !(Spread > 0) || !(MinDist >= 0) || MinDist > Spread)
        {
            throw new EngineException(
                $"UMAP needs at least 2 neighbours, 0 ≤ min_dist ≤ spread, a positive learning rate and no negative counts, but got {this}.");
        }
    }
}
