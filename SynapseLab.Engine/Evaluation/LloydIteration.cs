namespace SynapseLab.Engine.Evaluation;

/// <summary>Lloyd's iteration: assign each row to its nearest centre, move each centre to the mean of its rows, until no label changes.</summary>
internal sealed class LloydIteration(PaddedRows x, PaddedRows centers)
{
    private readonly int[] _labels = new int[x.Count];
    private readonly float[] _distances = new float[x.Count]; // squared, to the own centre
    private readonly float[] _toCenters = new float[centers.Count];

    /// <summary>Moves the centres until no label changes, at most so often.</summary>
    public KMeansResult Run(int largestIterationCount, CancellationToken ct)
    {
        Array.Fill(_labels, -1);
        int iteration = 0;
        while (Assign() && iteration < largestIterationCount)
        {
            ct.ThrowIfCancellationRequested();
            MoveCenters();
            iteration++;
        }
        double inertia = 0;
        float[] means = new float[centers.Count * x.Dimension];
        foreach (float distance in _distances)
        {
            inertia += distance;
        }
        for (int c = 0; c < centers.Count; c++)
        {
            centers.Row(c).CopyTo(means.AsSpan(c * x.Dimension));
        }
        return new KMeansResult(_labels, means, inertia, iteration);
    }

    /// <returns>Whether a label changed.</returns>
    private bool Assign()
    {
        bool changed = false;
        for (int i = 0; i < x.Count; i++)
        {
            x.SquaredDistances(i, centers, _toCenters);
            int nearest = 0;
            for (int c = 1; c < _toCenters.Length; c++)
            {
                if (_toCenters[c] < _toCenters[nearest])
                {
                    nearest = c;
                }
            }
            changed |= _labels[i] != nearest;
            _labels[i] = nearest;
            _distances[i] = _toCenters[nearest];
        }
        return changed;
    }

    private void MoveCenters()
    {
        int[] sizes = new int[centers.Count];
        foreach (int label in _labels)
        {
            sizes[label]++;
        }
        RefillEmptyClusters(sizes);
        double[] sums = new double[centers.Count * x.Dimension];
        for (int i = 0; i < x.Count; i++)
        {
            Span<double> sum = sums.AsSpan(_labels[i] * x.Dimension, x.Dimension);
            ReadOnlySpan<float> row = x.Row(i);
            for (int c = 0; c < row.Length; c++)
            {
                sum[c] += row[c];
            }
        }
        for (int k = 0; k < centers.Count; k++)
        {
            Span<float> center = centers.Row(k);
            for (int c = 0; sizes[k] > 0 && c < center.Length; c++)
            {
                center[c] = (float)(sums[(k * x.Dimension) + c] / sizes[k]);
            }
        }
    }

    /// <summary>An empty cluster takes the row that is farthest from its own centre, unless every row sits on its centre already.</summary>
    private void RefillEmptyClusters(int[] sizes)
    {
        for (int empty = 0; empty < sizes.Length; empty++)
        {
            if (sizes[empty] > 0)
            {
                continue;
            }
            int farthest = Array.IndexOf(_distances, _distances.Max());
            if (_distances[farthest] <= 0)
            {
                return;
            }
            sizes[_labels[farthest]]--;
            sizes[empty] = 1;
            _labels[farthest] = empty;
            _distances[farthest] = 0;
        }
    }
}
