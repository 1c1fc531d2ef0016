namespace SynapseLab.Engine.Evaluation;

/// <summary>One pass over all pairs that serves any number of clusterings of the same rows; O(n²·d) time, O(n) memory a thread.</summary>
internal static class SilhouettePass
{
    /// <returns>Silhouettes of each labelling, [labelling][row].</returns>
    public static double[][] Run(EmbeddingMatrix x, IReadOnlyList<int[]> labelings, CancellationToken ct)
    {
        PaddedRows rows = PaddedRows.From(x);
        int[][] sizes = [.. labelings.Select(Sizes)];
        double[][] samples = [.. labelings.Select(_ => new double[x.Count])];
        Parallel.For(
            0,
            x.Count,
            new ParallelOptions { CancellationToken = ct },
            () => new Workspace(new float[x.Count], new double[sizes.Max(s => s.Length)]),
            (i, _, work) =>
            {
                rows.SquaredDistances(i, rows, work.Distances);
                for (int j = 0; j < work.Distances.Length; j++)
                {
                    work.Distances[j] = MathF.Sqrt(work.Distances[j]);
                }
                for (int c = 0; c < labelings.Count; c++)
                {
                    samples[c][i] = Sample(i, labelings[c], sizes[c], work);
                }
                return work;
            },
            _ => { });
        return samples;
    }

    private static double Sample(int row, int[] labels, int[] sizes, Workspace work)
    {
        int own = labels[row];
        if (sizes[own] == 1)
        {
            return 0;
        }
        Span<double> sums = work.ClusterSums.AsSpan(0, sizes.Length);
        sums.Clear();
        for (int j = 0; j < labels.Length; j++)
        {
            sums[labels[j]] += work.Distances[j];
        }
        double within = sums[own] / (sizes[own] - 1);
        double between = double.PositiveInfinity;
        for (int k = 0; k < sizes.Length; k++)
        {
            if (k != own && sizes[k] > 0)
            {
                between = Math.Min(between, sums[k] / sizes[k]);
            }
        }
        double larger = Math.Max(within, between);
        return double.IsFinite(larger) && larger > 0 ? (between - within) / larger : 0;
    }

    private static int[] Sizes(int[] labels)
    {
        int[] sizes = new int[labels.Max() + 1];
        foreach (int label in labels)
        {
            sizes[label]++;
        }
        return sizes;
    }

    private sealed record Workspace(float[] Distances, double[] ClusterSums);
}
