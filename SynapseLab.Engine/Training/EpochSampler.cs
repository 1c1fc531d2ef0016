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

    /// <summary>All cubes in the order of an epoch (0-based): Fisher–Yates on a generator of the epoch's own.</summary>
    public int[] Order(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, CubeCount)];
        ulong state = Mix(unchecked((ulong)Seed) + (0x9E3779B97F4A7C15 * ((ulong)epoch + 1)));
        for (int last = CubeCount - 1; last > 0; last--)
        {
            state += 0x9E3779B97F4A7C15;
            int other = (int)(((UInt128)Mix(state) * (ulong)(last + 1)) >> 64); // uniform in 0 … last
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

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): ours, so that orders outlive a change of .NET's Random.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
