using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>Loss or gradients that are not finite, or whose median is many times what it should be or was.</summary>
internal sealed class ExplodingLoss : IDiagnosisRule
{
    /// <summary>Below this many steps medians say nothing.</summary>
    private const int LeastSteps = 20;

    /// <summary>Against chance level: the first steps of a healthy run may exceed it (phantom run: 1.3 times), a lasting threefold does not occur.</summary>
    private const double FactorOverChance = 3;

    /// <summary>Against the run's own earlier loss, where there is no chance level: BYOL's loss triples in healthy runs, after a first dip.</summary>
    private const double FactorOverEarlier = 10;

    /// <summary>Norms vary tenfold in healthy runs (phantom run: 167 falling to 3); a hundredfold lasting rise is no noise.</summary>
    private const double GradientFactor = 100;

    /// <summary>Loss scaling of float16 skips a step with infinite gradients now and then, on purpose; not half of ten.</summary>
    private const int LatestSteps = 10, MostInfiniteGradients = 4;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        IReadOnlyList<StepEvidence> recent = evidence.Recent;
        StepEvidence? broken = recent.FirstOrDefault(step => !double.IsFinite(step.Loss));
        if (broken is not null)
        {
            return Found(evidence, DiagnosisSeverity.Failure, $"The loss was {broken.Loss} at step {broken.Step}");
        }
        StepEvidence[] infinite = [.. recent.TakeLast(LatestSteps).Where(step => step.GradientNorm is double norm && !double.IsFinite(norm))];
        if (infinite.Length > (evidence.ScalesLoss ? MostInfiniteGradients : 0))
        {
            string seen = infinite.Length == 1 ? $"at step {infinite[0].Step}" : $"in {infinite.Length} of the last {LatestSteps} steps";
            return Found(evidence, DiagnosisSeverity.Failure, $"The gradients were not finite {seen}");
        }
        return Growing(evidence) is string growing ? Found(evidence, DiagnosisSeverity.Warning, growing) : null;
    }

    private static string? Growing(RunEvidence evidence)
    {
        if (Medians([.. evidence.Recent.Select(step => step.Loss)]) is (double before, double now))
        {
            if (evidence.ChanceLoss is double chance && now > FactorOverChance * chance)
            {
                return $"The loss is {now:G3}, {now / chance:F1} times the {chance:F2} of guessing";
            }
            if (evidence.ChanceLoss is null && now > FactorOverEarlier * Math.Abs(before))
            {
                return $"The loss grew from {before:G3} to {now:G3} in the last {evidence.Recent.Count} steps";
            }
        }
        return Medians([.. evidence.Recent.Select(step => step.GradientNorm).OfType<double>().Where(double.IsFinite)]) is (double first, double last)
            && last > GradientFactor * first
            ? $"The gradient norm grew from {first:G3} to {last:G3} in the last {evidence.Recent.Count} steps"
            : null;
    }

    /// <summary>Medians of the earlier half and of the latest quarter: single spikes do not count.</summary>
    private static (double Before, double Now)? Medians(double[] values) => values.Length < LeastSteps
        ? null
        : (SampleStatistics.Quantile(values.AsSpan(0, values.Length / 2), 0.5), SampleStatistics.Quantile(values.AsSpan(values.Length - (values.Length / 4)), 0.5));

    private static RunDiagnosis Found(RunEvidence evidence, DiagnosisSeverity severity, string seen) => new(
        DiagnosisKind.ExplodingLoss, severity, $"{seen}: training diverges at learning rate {evidence.LearningRate:G3}.",
        "Go back to an earlier checkpoint and train with a third of the learning rate, a longer warm-up or gradient clipping.");
}
