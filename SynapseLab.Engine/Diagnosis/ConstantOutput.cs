namespace SynapseLab.Engine.Diagnosis;

/// <summary>Complete collapse: the unit projections of all cubes are (nearly) one vector.</summary>
internal sealed class ConstantOutput : IDiagnosisRule
{
    /// <summary>1 % of an even spread, a mean cosine of 0.9999; embeddings of the phantom run have 0.19 untrained and 0.39 trained.</summary>
    private const double LeastSpread = 0.01;

    /// <summary>A network that is merely untrained must first have had time to move; collapse comes within the first epochs.</summary>
    private const long PatienceSteps = 100;

    public RunDiagnosis? Examine(RunEvidence evidence)
    {
        if (evidence.Probe?.Pairs is not { } pairs || !(pairs.DirectionSpread < LeastSpread) || evidence.StepsAfterWarmUp < PatienceSteps)
        {
            return null;
        }
        string advice = evidence.ChanceLoss is null
            ? "check that the target branch gets no gradient and the predictor or the variance term is in place, then start again with a lower learning rate"
            : "start again with a lower learning rate, and check that the two views of a cube are not blank";
        return new RunDiagnosis(
            DiagnosisKind.ConstantOutput, DiagnosisSeverity.Failure,
            $"{evidence.Method} gives every cube the same projection: spread {pairs.DirectionSpread:F4} of an even 1, mean cosine of different cubes {pairs.NegativeCosine:F4}.",
            $"The run cannot recover: {advice}.");
    }
}
