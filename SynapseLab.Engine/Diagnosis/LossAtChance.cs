using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>A contrastive loss that stays at ln(1 + negatives), long after warm-up, and does not fall.</summary>
internal sealed class LossAtChance : IDiagnosisRule
{
    /// <summary>Healthy runs leave chance within some tens of steps (phantom run: 30, still in its warm-up); ten times that is long.</summary>
    private const long PatienceSteps = 300;

    /// <summary>The mean over fewer steps is too noisy for the limits below.</summary>
    private const int LeastSteps = 50;

    /// <summary>Of the way from chance to the least loss possible at this temperature: less is no learning.</summary>
    private const double LeastProgress = 0.03;

    /// <summary>Of the same way, from the older to the newer half of the recent steps: a loss that falls so much is on its way.</summary>
    private const double FallingProgress = 0.02;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        double[] losses = [.. evidence.Recent.Where(step => step.Step > evidence.WarmUpSteps).Select(step => step.Loss)];
        if (ContrastiveLossRange.Of(evidence) is not { } range || evidence.StepsAfterWarmUp < PatienceSteps || losses.Length < LeastSteps)
        {
            return null;
        }
        double older = SampleStatistics.Mean(losses.AsSpan(0, losses.Length / 2));
        double newer = SampleStatistics.Mean(losses.AsSpan(losses.Length / 2));
        bool falls = range.Progress(newer) - range.Progress(older) > FallingProgress;
        return range.Progress(newer) <= LeastProgress && !falls
            ? new RunDiagnosis(
                DiagnosisKind.LossAtChance, DiagnosisSeverity.Warning,
                $"After {evidence.Step} steps the loss is {newer:F2}, no better than the {range.Chance:F2} of guessing.",
                $"Raise the learning rate (now {evidence.LearningRate:G3}), use weaker augmentations, and look at two views of a cube: a person must see that they belong together.")
            : null;
    }
}
