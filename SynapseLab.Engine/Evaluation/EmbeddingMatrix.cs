namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Embeddings h of n cubes, float32, (n, d) row-major. Every value is finite and at most 10¹⁵ in magnitude, so that squared
/// distances fit a float32; whoever holds a matrix needs no further check.
/// </summary>
public sealed class EmbeddingMatrix
{
    private const float LargestMagnitude = 1e15f;

    /// <summary>Wraps (does not copy) the values.</summary>
    /// <param name="values">(n, d) row-major; must not be changed afterwards.</param>
    /// <param name="count">Rows n, at least 1.</param>
    /// <param name="dimension">Columns d, at least 1.</param>
    /// <exception cref="EngineException">The length is not n·d, there is no row, or a value is NaN, infinite or huge.</exception>
    public EmbeddingMatrix(float[] values, int count, int dimension)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (count < 1 || dimension < 1)
        {
            throw new EngineException($"Embeddings need at least one row and one column, but came as {count} × {dimension}; is the cube set empty?");
        }
        if (values.LongLength != (long)count * dimension)
        {
            throw new EngineException($"Embeddings of {count} × {dimension} need {(long)count * dimension} values, but {values.LongLength} came.");
        }
        Values = values;
        Count = count;
        Dimension = dimension;
        RequireUsableValues();
    }

    /// <summary>All values, (n, d) row-major.</summary>
    public float[] Values { get; }

    /// <summary>Rows n.</summary>
    public int Count { get; }

    /// <summary>Columns d.</summary>
    public int Dimension { get; }

    /// <summary>Row <paramref name="i"/>, (d).</summary>
    public ReadOnlySpan<float> Row(int i) => Values.AsSpan(i * Dimension, Dimension);

    /// <summary>A copy of the rows named by <paramref name="rows"/>, in that order.</summary>
    public EmbeddingMatrix Select(ReadOnlySpan<int> rows)
    {
        float[] chosen = new float[rows.Length * Dimension];
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).CopyTo(chosen.AsSpan(i * Dimension));
        }
        return new EmbeddingMatrix(chosen, rows.Length, Dimension);
    }

    private void RequireUsableValues()
    {
        for (int i = 0; i < Values.Length; i++)
        {
            if (!(Math.Abs(Values[i]) <= LargestMagnitude))
            {
                throw new EngineException(
                    $"Embedding row {i / Dimension}, column {i % Dimension} is {Values[i]}, not a usable number: the network has diverged; "
                    + "take an earlier checkpoint or train with a lower learning rate.");
            }
        }
    }
}
