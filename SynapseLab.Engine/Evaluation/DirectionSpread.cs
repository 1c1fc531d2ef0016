namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How far embeddings point in different directions (Chen and He 2021, https://arxiv.org/abs/2011.10566 §4.1, figure 2): standard deviation of each
/// dimension of the unit rows, mean over dimensions, times √d so that the figure does not depend on d.
/// </summary>
public static class DirectionSpread
{
    /// <summary>0 where all rows point one way (constant output), about 1 where they spread evenly over the sphere; never above 1.</summary>
    /// <param name="x">Projections or embeddings, (n, d); normalised inside.</param>
    public static double Compute(EmbeddingMatrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        UnitRows z = new(x);
        double sum = 0;
        for (int c = 0; c < z.Dimension; c++)
        {
            double mean = 0, square = 0;
            for (int i = 0; i < z.Count; i++)
            {
                mean += z[i][c] / z.Count;
            }
            for (int i = 0; i < z.Count; i++)
            {
                square += (z[i][c] - mean) * (z[i][c] - mean) / z.Count;
            }
            sum += Math.Sqrt(square);
        }
        return sum / Math.Sqrt(z.Dimension);
    }
}
