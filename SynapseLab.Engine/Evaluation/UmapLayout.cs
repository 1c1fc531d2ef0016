namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// The picture's stochastic gradient descent (McInnes, Healy and Melville 2018, algorithm 5): an edge is drawn together as often as its weight
/// says, and each time a few random points are pushed away. One thread: the order of updates is part of the result.
/// </summary>
internal sealed class UmapLayout(FuzzyGraph graph, UmapCurve curve, UmapOptions options, float[] points)
{
    private const double LargestStep = 4;
    private const double RepulsionFloor = 0.001;

    private readonly SeededRandom _random = new(options.Seed, 1);
    private readonly int _pointCount = points.Length / 2;

    /// <summary>Moves the points, (n, 2), in place.</summary>
    public void Run(int epochCount, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        double heaviest = graph.Weights.Max();
        double[] period = [.. graph.Weights.Select(w => heaviest / w)]; // epochs between two draws of an edge
        double[] due = [.. period];
        for (int epoch = 1; epoch <= epochCount; epoch++)
        {
            ct.ThrowIfCancellationRequested();
            double rate = options.LearningRate * (1 - ((double)(epoch - 1) / epochCount));
            for (int edge = 0; edge < due.Length; edge++)
            {
                if (due[edge] <= epoch)
                {
                    due[edge] += period[edge];
                    DrawEdge(graph.Heads[edge], graph.Tails[edge], rate);
                }
            }
            if (epoch % 10 == 0)
            {
                progress?.Report(new WorkProgress("UMAP", epoch, epochCount));
            }
        }
    }

    private void DrawEdge(int head, int tail, double rate)
    {
        double square = SquaredDistance(head, tail);
        if (square > 0)
        {
            double power = Math.Pow(square, curve.B);
            double pull = -2 * curve.A * curve.B * power / (square * (1 + (curve.A * power)));
            Move(head, tail, pull, rate, moveBoth: true);
        }
        for (int s = 0; s < options.NegativeSampleCount; s++)
        {
            int other = _random.NextInt(_pointCount);
            double apart = SquaredDistance(head, other);
            if (other != head && apart > 0)
            {
                double push = 2 * curve.B / ((RepulsionFloor + apart) * (1 + (curve.A * Math.Pow(apart, curve.B))));
                Move(head, other, push, rate, moveBoth: false);
            }
        }
    }

    private void Move(int head, int other, double gradient, double rate, bool moveBoth)
    {
        for (int axis = 0; axis < 2; axis++)
        {
            ref float mine = ref points[(2 * head) + axis];
            ref float theirs = ref points[(2 * other) + axis];
            float step = (float)(rate * Math.Clamp(gradient * (mine - theirs), -LargestStep, LargestStep));
            mine += step;
            theirs -= moveBoth ? step : 0;
        }
    }

    private double SquaredDistance(int a, int b)
    {
        double dx = points[2 * a] - points[2 * b], dy = points[(2 * a) + 1] - points[(2 * b) + 1];
        return (dx * dx) + (dy * dy);
    }
}
