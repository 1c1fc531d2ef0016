namespace SynapseLab.Engine.Evaluation;

/// <summary>Columns to mean 0 and standard deviation 1 (over n), by the rows it was fitted to; a column without spread becomes 0 there.</summary>
internal sealed class StandardScaling
{
    private readonly double[] _mean, _scale; // (d)

    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="rows">Rows to fit to, at least one.</param>
    public StandardScaling(EmbeddingMatrix x, ReadOnlySpan<int> rows)
    {
        _mean = new double[x.Dimension];
        _scale = new double[x.Dimension];
        foreach (int i in rows)
        {
            for (int c = 0; c < x.Dimension; c++)
            {
                _mean[c] += x.Row(i)[c] / (double)rows.Length;
            }
        }
        foreach (int i in rows)
        {
            for (int c = 0; c < x.Dimension; c++)
            {
                double difference = x.Row(i)[c] - _mean[c];
                _scale[c] += difference * difference / rows.Length;
            }
        }
        for (int c = 0; c < x.Dimension; c++)
        {
            double deviation = Math.Sqrt(_scale[c]);
            bool spreads = deviation > RoundingFraction * Math.Abs(_mean[c]);
            _scale[c] = spreads ? 1 / deviation : 1;
        }
    }

    /// <summary>Below this share of the mean a deviation is rounding of the mean in float64, not spread.</summary>
    private const double RoundingFraction = 1e-12;

    /// <summary>The rows scaled, float64, (rows, d) row-major.</summary>
    public double[] Apply(EmbeddingMatrix x, ReadOnlySpan<int> rows)
    {
        double[] scaled = new double[rows.Length * x.Dimension];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int c = 0; c < x.Dimension; c++)
            {
                scaled[(i * x.Dimension) + c] = (x.Row(rows[i])[c] - _mean[c]) * _scale[c];
            }
        }
        return scaled;
    }
}
