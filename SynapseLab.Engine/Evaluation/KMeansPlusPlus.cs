namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// First centres for k-means: each next one is drawn with probability proportional to the squared distance to the centres so
/// far; of 2 + ⌊ln k⌋ such draws the one that lowers the inertia most is kept (Arthur and Vassilvitskii 2007, §5).
/// </summary>
internal static class KMeansPlusPlus
{
    /// <returns>(k, d) centres, copies of rows.</returns>
    public static PaddedRows Choose(PaddedRows x, int clusterCount, SeededRandom random)
    {
        PaddedRows centers = new(clusterCount, x.Dimension);
        int trialCount = 2 + (int)Math.Log(clusterCount);
        float[] nearest = new float[x.Count]; // squared distance to the nearest centre so far, (n)
        float[] trial = new float[x.Count];
        float[] best = new float[x.Count];
        int first = random.NextInt(x.Count);
        x.Row(first).CopyTo(centers.Row(0));
        x.SquaredDistances(first, x, nearest);
        for (int center = 1; center < clusterCount; center++)
        {
            int chosen = 0;
            double total = Sum(nearest), leastInertia = double.PositiveInfinity;
            for (int t = 0; t < trialCount; t++)
            {
                int candidate = Draw(nearest, total, random);
                double inertia = InertiaWith(x, candidate, nearest, trial);
                if (inertia < leastInertia)
                {
                    (leastInertia, chosen) = (inertia, candidate);
                    (best, trial) = (trial, best);
                }
            }
            x.Row(chosen).CopyTo(centers.Row(center));
            (nearest, best) = (best, nearest);
        }
        return centers;
    }

    private static double InertiaWith(PaddedRows x, int candidate, float[] nearest, float[] trial)
    {
        x.SquaredDistances(candidate, x, trial);
        double inertia = 0;
        for (int i = 0; i < trial.Length; i++)
        {
            trial[i] = Math.Min(trial[i], nearest[i]);
            inertia += trial[i];
        }
        return inertia;
    }

    private static int Draw(float[] weights, double total, SeededRandom random)
    {
        double target = random.NextDouble() * total;
        for (int i = 0; i < weights.Length; i++)
        {
            target -= weights[i];
            if (target < 0)
            {
                return i;
            }
        }
        return random.NextInt(weights.Length); // all weights 0: fewer distinct rows than centres
    }

    private static double Sum(float[] values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }
        return sum;
    }
}
