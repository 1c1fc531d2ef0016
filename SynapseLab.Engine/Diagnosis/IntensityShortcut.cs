using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>The network finds the other view by its brightness, and so has no need to look at the synapse. Who restores hidden voxels needs the brightness: methods without pairs are not judged.</summary>
internal sealed class IntensityShortcut : IDiagnosisRule
{
    /// <summary>
    /// Explained variance of the mean grey value. Augmentations that vary brightness make it useless to the loss, and what remains is what brightness
    /// shares with content (phantom run: 0.2 trained, below 0 untrained); to read it this well the network must keep it on purpose.
    /// </summary>
    private const double MostR2 = 0.9;

    /// <summary>Random features may tell brightness; only a network that has learned takes it as a shortcut.</summary>
    private const long PatienceSteps = 100;

    /// <summary>Of the way from chance to the least loss: below, the loss does not yet gain from any shortcut.</summary>
    private const double LeastProgress = 0.1;

    private const int LossSteps = 20;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        if (evidence.Probe is not { Pairs: not null, IntensityR2: > MostR2 } probe || evidence.StepsAfterWarmUp < PatienceSteps || !Learns(evidence))
        {
            return null;
        }
        return new RunDiagnosis(
            DiagnosisKind.IntensityShortcut, DiagnosisSeverity.Warning,
            $"The embedding tells the mean grey value of a cube almost exactly (R² {probe.IntensityR2:F2}): brightness may be all that it compares.",
            "Vary brightness and contrast more in the augmentations, and colour the scatter by mean grey value before trusting its clusters.");
    }

    private static bool Learns(RunEvidence evidence)
    {
        double[] losses = [.. evidence.Recent.TakeLast(LossSteps).Select(step => step.Loss)];
        return ContrastiveLossRange.Of(evidence) is not { } range || (losses.Length > 0 && range.Progress(SampleStatistics.Mean(losses)) > LeastProgress);
    }
}
