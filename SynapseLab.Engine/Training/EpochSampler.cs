namespace SynapseLab.Engine.Training;

/// <summary>
/// Which cubes each step sees. The order of an epoch is a pure function of seed and epoch, so that the place in a run is
/// nothing but (epoch, step of the epoch), and resuming in mid-epoch draws the same batches. The last, incomplete step is dropped.
/// </summary>
/// <param name="CubeCount">Cubes in the set.</param>
/// <param name="BatchSize">Cubes per batch, at most <paramref name="CubeCount"/>.</param>
/// <param name="Seed">Decides every order.</param>
/// <param name="BatchesPerStep">Batches of an optimiser step: more than one where gradients are accumulated.</param>
public sealed record EpochSampler(int CubeCount, int BatchSize, long Seed, int BatchesPerStep = 1)
{
    /// <summary>Optimiser steps of an epoch, ⌊cubes / (batch · batches per step)⌋.</summary>
    public int StepsPerEpoch => (int)(CubeCount / ((long)BatchSize * BatchesPerStep));

    /// <summary>That of a run.</summary>
    internal static EpochSampler Of(TrainingOptions options, ICubeSource cubes) =>
        new(cubes.Count, options.BatchSize, options.Seed, options.GradientAccumulationSteps);

    /// <summary>All cubes in the order of an epoch (0-based): Fisher–Yates on a generator of the epoch's own.</summary>
    public int[] Order(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, CubeCount)];
        var random = SplitMix64.Of(Seed, epoch);
        for (int last = CubeCount - 1; last > 0; last--)
        {
            int other = random.Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }

    /// <summary>The batches from a place in the run up to the end of its last epoch; each has exactly <see cref="BatchSize"/> cubes.</summary>
    public IEnumerable<int[]> BatchesFrom(int epoch, int step, int epochs)
    {
        for (; epoch < epochs; epoch++, step = 0)
        {
            int[] order = Order(epoch);
            for (int batch = step * BatchesPerStep; batch < StepsPerEpoch * BatchesPerStep; batch++)
            {
                yield return order[(batch * BatchSize)..((batch + 1) * BatchSize)];
            }
        }
    }
}
