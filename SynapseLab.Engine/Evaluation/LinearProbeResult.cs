namespace SynapseLab.Engine.Evaluation;

/// <summary>What a linear probe found on rows it was not fitted to.</summary>
/// <param name="Accuracy">Fraction of rows whose class was told, 0 … 1.</param>
/// <param name="BalancedAccuracy">Mean over classes of that fraction: 1/K for guessing, however unequal the classes are.</param>
/// <param name="MajorityFraction">Share of the largest class: the accuracy of always naming it.</param>
/// <param name="LogLoss">Mean −ln P(class), nats.</param>
/// <param name="FoldCount">Folds.</param>
/// <param name="Predicted">Class told for each row, (n).</param>
public sealed record LinearProbeResult(
    double Accuracy, double BalancedAccuracy, double MajorityFraction, double LogLoss, int FoldCount, int[] Predicted)
{
    internal static LinearProbeResult From(int[] predicted, int[] classes, int classCount, double logLoss, int foldCount)
    {
        double[] hits = new double[classCount], members = new double[classCount];
        for (int i = 0; i < classes.Length; i++)
        {
            members[classes[i]]++;
            hits[classes[i]] += predicted[i] == classes[i] ? 1 : 0;
        }
        double balanced = hits.Zip(members, (h, m) => h / m).Average();
        return new LinearProbeResult(hits.Sum() / classes.Length, balanced, members.Max() / classes.Length, logLoss, foldCount, predicted);
    }
}
