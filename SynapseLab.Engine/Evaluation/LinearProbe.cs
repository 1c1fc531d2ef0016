namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// How well a linear classifier reads the classes from the embeddings (Alain and Bengio 2017, https://arxiv.org/abs/1610.01644): multinomial logistic
/// regression with penalty ½ Σw² on standardised columns, judged on folds that it was not fitted to. The scaling is fitted without the fold, too.
/// </summary>
public static class LinearProbe
{
    /// <summary>λ, scikit-learn's default C = 1.</summary>
    public const double Penalty = 1;

    /// <summary>Stratified k-fold cross-validation.</summary>
    /// <param name="x">Embeddings, (n, d).</param>
    /// <param name="classes">0 … K − 1, (n); K ≥ 2, each class with at least 2 rows.</param>
    /// <param name="seed">Same seed, same folds, same result.</param>
    /// <param name="foldCount">Folds, 2 … n. Default 5.</param>
    /// <param name="ct">Stops between iterations.</param>
    /// <exception cref="EngineException">Too few rows, classes or members, or another number of classes than rows.</exception>
    public static LinearProbeResult CrossValidate(
        EmbeddingMatrix x, ReadOnlySpan<int> classes, ulong seed, int foldCount = 5, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        int[] labels = classes.ToArray();
        if (labels.Length != x.Count || foldCount < 2 || foldCount > x.Count)
        {
            throw new EngineException(
                $"A linear probe needs a class for each embedding and 2 to n folds, but got {x.Count} embeddings, {labels.Length} classes and {foldCount} folds.");
        }
        int[] members = new int[Math.Max(0, labels.Max()) + 1];
        foreach (int label in labels)
        {
            members[Math.Max(0, label)]++;
        }
        if (members.Length < 2 || members.Min() < 2 || labels.Min() < 0)
        {
            throw new EngineException(
                $"A linear probe needs at least 2 classes, numbered from 0, with at least 2 members each, but got {string.Join(", ", members)} members; leave out rare classes.");
        }
        return WithFolds(x, labels, members.Length, Folds.Stratified(labels, foldCount, seed), ct);
    }

    /// <summary>The same with given folds, 0 … k − 1, (n).</summary>
    internal static LinearProbeResult WithFolds(EmbeddingMatrix x, int[] classes, int classCount, int[] folds, CancellationToken ct = default)
    {
        int[] predicted = new int[x.Count];
        double logLoss = 0;
        int foldCount = folds.Max() + 1;
        for (int fold = 0; fold < foldCount; fold++)
        {
            (int[] training, int[] test) = Folds.Split(folds, fold);
            StandardScaling scaling = new(x, training);
            int[] known = [.. training.Select(i => classes[i])];
            LogisticRegression model = LogisticRegression.Fit(scaling.Apply(x, training), known, classCount, Penalty, ct);
            double[] rows = scaling.Apply(x, test);
            for (int i = 0; i < test.Length; i++)
            {
                double[] logs = model.LogProbabilities(rows.AsSpan(i * x.Dimension, x.Dimension));
                predicted[test[i]] = Array.IndexOf(logs, logs.Max());
                logLoss -= logs[classes[test[i]]] / x.Count;
            }
        }
        return LinearProbeResult.From(predicted, classes, classCount, logLoss, foldCount);
    }
}
