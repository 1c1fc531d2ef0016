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

    /// <summary>Bytes of a step of such options: of the cubes at once, and of the batch's others the cube and its two views.</summary>
    /// <param name="options">Batch and micro-batch of one process.</param>
    /// <param name="cubeLength">Values of a cube.</param>
    internal double Bytes(TrainingOptions options, int cubeLength) =>
        FixedBytes + (BytesPerCube * AtOnce(options)) + ((options.BatchSize - AtOnce(options)) * 3L * cubeLength * sizeof(float));

    /// <summary>Cubes of the batch that are on the device at once.</summary>
    internal static int AtOnce(TrainingOptions options) =>
        options.MicroBatchSize == 0 ? options.BatchSize : Math.Min(options.MicroBatchSize, options.BatchSize);
}
