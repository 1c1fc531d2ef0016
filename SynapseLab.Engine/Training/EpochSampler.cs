namespace SynapseLab.Engine.Training;

/// <summary>
/// Which cubes each step sees. The order of an epoch is a pure function of seed and epoch, so that the place in a run is
/// nothing but (epoch, batch), and resuming in mid-epoch draws the same batches. The last, incomplete batch is dropped.
/// </summary>
/// <param name="CubeCount">Cubes in the set.</param>
/// <param name="BatchSize">Cubes per step, at most <paramref name="CubeCount"/>.</param>
/// <param name="Seed">Decides every order.</param>
public sealed record EpochSampler(int CubeCount, int BatchSize, long Seed)
{
    /// <summary>Steps of an epoch, ⌊cubes / batch⌋.</summary>
    public int StepsPerEpoch => CubeCount / BatchSize;

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
    public IEnumerable<int[]> BatchesFrom(int epoch, int batch, int epochs)
    {
        for (; epoch < epochs; epoch++, batch = 0)
        {
            int[] order = Order(epoch);
            for (; batch < StepsPerEpoch; batch++)
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
