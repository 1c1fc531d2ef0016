namespace SynapseLab.Engine.Evaluation;

/// <summary>Principal components of n rows with d columns; c components.</summary>
/// <param name="Projected">Coordinates, float32, (n, c) row-major.</param>
/// <param name="Mean">Column means, (d).</param>
/// <param name="Components">Unit vectors, (c, d) row-major.</param>
/// <param name="ExplainedVariance">Variance (n − 1) along each, (c).</param>
/// <param name="ExplainedVarianceFraction">Share of the total variance, 0 … 1, (c); 0 where there is no variance at all.</param>
/// <param name="Count">n.</param>
/// <param name="Dimension">d.</param>
public sealed record PrincipalComponentsResult(
    float[] Projected, double[] Mean, double[] Components, double[] ExplainedVariance, double[] ExplainedVarianceFraction, int Count, int Dimension)
{
    /// <summary>c.</summary>
    public int ComponentCount => ExplainedVariance.Length;

    /// <summary>The coordinates along the first <paramref name="count"/> components (at least one), (n, count).</summary>
    public EmbeddingMatrix Leading(int count)
    {
        int kept = Math.Clamp(count, 1, ComponentCount);
        float[] values = new float[Count * kept];
        for (int i = 0; i < Count; i++)
        {
            Projected.AsSpan(i * ComponentCount, kept).CopyTo(values.AsSpan(i * kept));
        }
        return new EmbeddingMatrix(values, Count, kept);
    }
}
