using static SynapseLab.Engine.Evaluation.RowArithmetic;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Multinomial logistic regression: P(k | x) ∝ exp(wₖ·x + bₖ), minimising Σ −ln P(class | x) + ½ λ Σ wₖ² with free intercepts b. The
/// same as scikit-learn's LogisticRegression(C = 1/λ, multi_class = "multinomial").
/// </summary>
internal sealed class LogisticRegression
{
    private const double Tolerance = 1e-8; // of the gradient, for each row: λ = 1 bounds the weights' error by the gradient

    private readonly int _classCount, _dimension;
    private readonly double[] _parameters; // for each class d weights and an intercept, (K, d + 1)

    private LogisticRegression(int classCount, int dimension)
    {
        (_classCount, _dimension) = (classCount, dimension);
        _parameters = new double[classCount * (dimension + 1)];
    }

    /// <summary>Fits weights; the solution is unique but for a constant added to all intercepts.</summary>
    /// <param name="x">Features, (n, d) row-major.</param>
    /// <param name="classes">0 … K − 1, (n).</param>
    /// <param name="classCount">K, at least 2.</param>
    /// <param name="penalty">λ &gt; 0.</param>
    /// <param name="ct">Stops between iterations.</param>
    public static LogisticRegression Fit(double[] x, int[] classes, int classCount, double penalty, CancellationToken ct = default)
    {
        LogisticRegression model = new(classCount, x.Length / classes.Length);
        new Lbfgs((at, gradient) => model.ValueAndGradient(at, gradient, x, classes, penalty)).Minimise(model._parameters, Tolerance * classes.Length, ct);
        return model;
    }

    /// <summary>Weights of class <paramref name="k"/>, (d).</summary>
    public ReadOnlySpan<double> Weights(int k) => _parameters.AsSpan(k * (_dimension + 1), _dimension);

    /// <summary>ln P(k | row) for each class, (K).</summary>
    public double[] LogProbabilities(ReadOnlySpan<double> row) => LogProbabilities(_parameters, row);

    private double[] LogProbabilities(double[] parameters, ReadOnlySpan<double> row)
    {
        double[] scores = new double[_classCount];
        for (int k = 0; k < _classCount; k++)
        {
            ReadOnlySpan<double> mine = parameters.AsSpan(k * (_dimension + 1), _dimension + 1);
            scores[k] = Dot(row, mine[..^1]) + mine[^1];
        }
        double largest = scores.Max();
        double logSum = largest + Math.Log(scores.Sum(score => Math.Exp(score - largest)));
        return [.. scores.Select(score => score - logSum)];
    }

    private double ValueAndGradient(double[] parameters, double[] gradient, double[] x, int[] classes, double penalty)
    {
        Array.Clear(gradient);
        double value = 0;
        for (int i = 0; i < classes.Length; i++)
        {
            ReadOnlySpan<double> row = x.AsSpan(i * _dimension, _dimension);
            double[] logs = LogProbabilities(parameters, row);
            value -= logs[classes[i]];
            for (int k = 0; k < _classCount; k++)
            {
                double excess = Math.Exp(logs[k]) - (k == classes[i] ? 1 : 0);
                Span<double> mine = gradient.AsSpan(k * (_dimension + 1), _dimension + 1);
                AddScaled(mine[..^1], row, excess);
                mine[^1] += excess;
            }
        }
        for (int k = 0; k < _classCount; k++)
        {
            ReadOnlySpan<double> weights = parameters.AsSpan(k * (_dimension + 1), _dimension);
            value += penalty / 2 * Dot(weights, weights);
            AddScaled(gradient.AsSpan(k * (_dimension + 1), _dimension), weights, penalty);
        }
        return value;
    }
}
