using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Minimises a smooth convex function by limited-memory BFGS, two-loop recursion, backtracking until Armijo's condition holds
/// (Nocedal and Wright, Numerical Optimization, algorithms 7.4, 7.5 and 3.1).
/// </summary>
internal sealed class Lbfgs(Func<double[], double[], double> valueAndGradient)
{
    private const int Memory = 10;
    private const int LargestIterationCount = 2000;
    private const double Armijo = 1e-4;
    private const double SmallestStep = 1e-12;

    private readonly List<(double[] Step, double[] Change)> _pairs = [];

    /// <summary>Moves <paramref name="point"/> in place until no gradient component exceeds <paramref name="tolerance"/>, or rounding ends the descent.</summary>
    /// <param name="point">Start, (p).</param>
    /// <param name="tolerance">Largest gradient component at the end.</param>
    /// <param name="ct">Stops between iterations.</param>
    public void Minimise(double[] point, double tolerance, CancellationToken ct)
    {
        double[] gradient = new double[point.Length];
        double value = valueAndGradient(point, gradient);
        for (int i = 0; i < LargestIterationCount && Largest(gradient) > tolerance; i++)
        {
            ct.ThrowIfCancellationRequested();
            double[] direction = Direction(gradient);
            double slope = Dot(gradient, direction);
            double length = _pairs.Count == 0 ? Math.Min(1, 1 / Largest(gradient)) : 1;
            double[] next = [.. point], nextGradient = new double[point.Length];
            AddScaled(next, direction, length);
            double nextValue = valueAndGradient(next, nextGradient);
            while (!(nextValue <= value + (Armijo * length * slope)))
            {
                length /= 2;
                if (length < SmallestStep)
                {
                    return; // the value no longer tells the points apart
                }
                point.CopyTo(next, 0);
                AddScaled(next, direction, length);
                nextValue = valueAndGradient(next, nextGradient);
            }
            Remember(point, next, gradient, nextGradient);
            next.CopyTo(point, 0);
            (gradient, value) = (nextGradient, nextValue);
        }
    }

    private double[] Direction(double[] gradient)
    {
        double[] direction = [.. gradient];
        double[] weights = new double[_pairs.Count];
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] step, double[] change) = _pairs[k];
            weights[k] = Dot(step, direction) / Dot(step, change);
            AddScaled(direction, change, -weights[k]);
        }
        if (_pairs.Count > 0)
        {
            (double[] step, double[] change) = _pairs[^1];
            Scale(direction, Dot(step, change) / Dot(change, change));
        }
        for (int k = 0; k < _pairs.Count; k++)
        {
            (double[] step, double[] change) = _pairs[k];
            AddScaled(direction, step, weights[k] - (Dot(change, direction) / Dot(step, change)));
        }
        Scale(direction, -1);
        return direction;
    }

    private void Remember(double[] point, double[] next, double[] gradient, double[] nextGradient)
    {
        double[] step = [.. next], change = [.. nextGradient];
        AddScaled(step, point, -1);
        AddScaled(change, gradient, -1);
        if (Dot(step, change) > 0) // positive for a strictly convex function, but for rounding
        {
            _pairs.Add((step, change));
            _pairs.RemoveRange(0, Math.Max(0, _pairs.Count - Memory));
        }
    }

    private static double Largest(double[] values) => values.Max(Math.Abs);
}
