using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>Rows divided by their Euclidean length, float64, as the losses see them. A row of zeros has no direction and stays 0.</summary>
internal sealed class UnitRows
{
    private readonly double[] _values; // (n, d)

    /// <param name="x">Projections or embeddings, (n, d).</param>
    public UnitRows(EmbeddingMatrix x)
    {
        (Count, Dimension) = (x.Count, x.Dimension);
        _values = [.. x.Values.Select(value => (double)value)];
        for (int i = 0; i < Count; i++)
        {
            Span<double> row = _values.AsSpan(i * Dimension, Dimension);
            double length = Math.Sqrt(Dot(row, row));
            if (length > 0)
            {
                Scale(row, 1 / length);
            }
        }
    }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>Row <paramref name="i"/>, (d).</summary>
    public ReadOnlySpan<double> this[int i] => _values.AsSpan(i * Dimension, Dimension);

    /// <summary>Both views of n cubes, row i of each a positive pair.</summary>
    /// <exception cref="EngineException">The shapes differ.</exception>
    public static (UnitRows View1, UnitRows View2) Pair(EmbeddingMatrix view1, EmbeddingMatrix view2)
    {
        ArgumentNullException.ThrowIfNull(view1);
        ArgumentNullException.ThrowIfNull(view2);
        if (view1.Count != view2.Count || view1.Dimension != view2.Dimension)
        {
            throw new EngineException(
                $"Positive pairs need two views of one shape, but got {view1.Count} × {view1.Dimension} and {view2.Count} × {view2.Dimension}; embed the same cubes twice.");
        }
        return (new UnitRows(view1), new UnitRows(view2));
    }
}
