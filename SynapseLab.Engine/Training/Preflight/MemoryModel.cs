namespace SynapseLab.Engine.Training;

/// <summary>
/// Memory of a step by the cubes that are on the device at once: bytes = fixed + perCube · cubes. Weights, gradients and optimiser are
/// the fixed part; the activations that backward needs grow with the cubes.
/// </summary>
/// <param name="FixedBytes">With no cubes.</param>
/// <param name="BytesPerCube">For each cube more.</param>
internal sealed record MemoryModel(double FixedBytes, double BytesPerCube)
{
    /// <summary>The line through two measurements; where the larger took no more, or there is one alone, all of it counts as grown with the cubes, which errs on the safe side.</summary>
    internal static MemoryModel Through((int Cubes, long Bytes) small, (int Cubes, long Bytes) large)
    {
        double slope = (large.Bytes - small.Bytes) / (double)Math.Max(1, large.Cubes - small.Cubes);
        double intercept = large.Bytes - (slope * large.Cubes);
        return slope > 0 && intercept >= 0 ? new(intercept, slope) : new(0, large.Bytes / (double)large.Cubes);
    }

    /// <summary>Bytes with so many cubes at once.</summary>
    internal double Bytes(int cubes) => FixedBytes + (BytesPerCube * cubes);
}
