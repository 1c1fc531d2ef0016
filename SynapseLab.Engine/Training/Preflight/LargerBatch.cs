using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>
/// A batch larger than the asked one, of a method whose negatives come from its batch. It changes what a run learns, and the learning rate
/// that suits it: something to think about, never part of what is proposed for the device's sake.
/// </summary>
/// <param name="BatchSize">Cubes of the larger batch, of all processes.</param>
/// <param name="Negatives">That each view would meet in a step.</param>
/// <param name="AskedNegatives">With the asked batch.</param>
/// <param name="MemoryBytes">What a step would take of a process's device, reckoned from smaller batches.</param>
public sealed record LargerBatch(int BatchSize, int Negatives, int AskedNegatives, long MemoryBytes)
{
    /// <summary>Steps that an epoch keeps at least: fewer of them, each of nearly the same cubes, would be no gain.</summary>
    public const int LeastStepsPerEpoch = 4;

    // Beyond that it is another experiment, with a learning rate of its own.
    private const int MostTimes = 4;

    // Less than what a tried batch may use: the line goes on beyond what was tried.
    private const double ComfortableFraction = 0.7;

    /// <summary>Whether an epoch of so many cubes keeps enough steps of the larger batch.</summary>
    public bool Suits(TrainingOptions options, int cubeCount) => KeepsSteps(BatchSize, options, cubeCount);

    /// <summary>The largest of twice and four times the asked batch that fits comfortably; null where none does, or more cubes are no more negatives.</summary>
    /// <param name="asked">What fits as it was asked for.</param>
    /// <param name="model">Memory of one process.</param>
    /// <param name="cubeLength">Values of a cube.</param>
    /// <param name="cubeCount">Cubes of an epoch.</param>
    /// <param name="available">Bytes that a process's device has.</param>
    internal static LargerBatch? For(TrainingOptions asked, MemoryModel model, int cubeLength, int cubeCount, long available)
    {
        var method = MethodCatalogue.Find(asked.Method);
        int negatives = method.Negatives(asked.BatchSize, asked.MethodParameters);
        LargerBatch? largest = null;
        for (int times = 2; times <= MostTimes; times *= 2)
        {
            int batch = asked.BatchSize * times;
            double bytes = model.Bytes(asked with { BatchSize = batch / asked.Processes }, cubeLength);
            int more = method.Negatives(batch, asked.MethodParameters);
            if (more > negatives && bytes <= ComfortableFraction * available && KeepsSteps(batch, asked, cubeCount))
            {
                largest = new(batch, more, negatives, (long)bytes);
            }
        }

        return largest;
    }

    private static bool KeepsSteps(int batch, TrainingOptions options, int cubeCount) =>
        (long)batch * options.GradientAccumulationSteps * LeastStepsPerEpoch <= cubeCount;
}
