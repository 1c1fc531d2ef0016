using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Engine.Diagnosis;

/// <summary>
/// A low temperature counts only the hardest negatives and is content with small differences: different cubes spread, views of one cube stay apart
/// (Wang and Liu 2021, https://arxiv.org/abs/2012.09740).
/// </summary>
internal sealed class TemperatureTooLow : IDiagnosisRule
{
    /// <summary>Similarities of ± 100 and more; CLIP (Radford et al. 2021, §2.5) stops its learned temperature here to keep training stable.</summary>
    private const double LeastTemperature = 0.01;

    /// <summary>Loss over chance level at which the task is solved and the gradients fade.</summary>
    private const double SolvedFraction = 0.05;

    /// <summary>Mean |a − b|² of positives; 1 is a cosine of 0.5, half-way to unrelated (2).</summary>
    private const double MostAlignment = 1;

    /// <summary>The loss is a mean over at least so many steps.</summary>
    private const int LeastSteps = 20;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        if (ContrastiveLossRange.Of(evidence) is not { } range)
        {
            return null;
        }
        if (evidence.Temperature < LeastTemperature)
        {
            return Found($"At temperature {evidence.Temperature:G3} the similarities reach ± {1 / evidence.Temperature:F0}: only the hardest negative counts, and steps become erratic.");
        }
        double[] losses = [.. evidence.Recent.TakeLast(LeastSteps).Select(step => step.Loss)];
        return losses.Length == LeastSteps && evidence.Probe?.Pairs is { } pairs
            && SampleStatistics.Mean(losses) <= SolvedFraction * range.Chance && pairs.Alignment > MostAlignment
            ? Found($"The loss ({SampleStatistics.Mean(losses):F2}) is content although views of one cube lie apart: mean cosine {pairs.PositiveCosine:F2}, "
                + $"alignment {pairs.Alignment:F2}, uniformity {pairs.Uniformity:F2} at temperature {evidence.Temperature:G3}.")
            : null;
    }

    private static RunDiagnosis Found(string sentence) => new(
        DiagnosisKind.TemperatureTooLow, DiagnosisSeverity.Warning, sentence,
        "Start again with two to five times the temperature (0.05 to 0.5 is usual), or with more negatives.");
}
