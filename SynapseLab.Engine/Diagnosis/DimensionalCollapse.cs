namespace SynapseLab.Engine.Diagnosis;

/// <summary>Partial collapse: the embeddings lie in a few of their d dimensions.</summary>
internal sealed class DimensionalCollapse : IDiagnosisRule
{
    /// <summary>
    /// Of d. Healthy embeddings use several times as much (phantom run, d = 128: RankMe 9, 7 %; untrained 30).
    /// </summary>
    private const double LeastFraction = 0.01;

    /// <summary>The mean of the rows counts as a dimension in RankMe: below 3 less than two directions tell cubes apart, whatever d is.</summary>
    private const double LeastRank = 3;

    /// <summary>In the first steps the rank still tells of the random start.</summary>
    private const long PatienceSteps = 100;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        if (evidence.Probe is not { } probe || evidence.StepsAfterWarmUp < PatienceSteps)
        {
            return null;
        }
        double least = Math.Max(LeastRank, LeastFraction * probe.EmbeddingDimension);
        return probe.RankMe < least
            ? new RunDiagnosis(
                DiagnosisKind.DimensionalCollapse, DiagnosisSeverity.Warning,
                $"The embeddings use {probe.RankMe:F1} of {probe.EmbeddingDimension} dimensions (RankMe; at least {least:F1} expected).",
                "Use weaker augmentations or a wider projection head, more negatives or a method with a variance term (VICReg, Barlow Twins).")
            : null;
    }
}
