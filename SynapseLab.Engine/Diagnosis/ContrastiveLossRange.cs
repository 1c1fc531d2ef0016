namespace SynapseLab.Engine.Diagnosis;

/// <summary>Between which values a contrastive loss moves.</summary>
/// <param name="Chance">Loss when all projections are alike.</param>
/// <param name="Floor">The least loss that any projections reach at the temperature.</param>
internal readonly record struct ContrastiveLossRange(double Chance, double Floor)
{
    /// <summary>The range of a run; null for methods that have none.</summary>
    public static ContrastiveLossRange? Of(RunEvidence evidence) =>
        evidence is { ChanceLoss: > 0 and double chance, LeastLoss: double least } && least < chance ? new ContrastiveLossRange(chance, least) : null;

    /// <summary>0 at chance, 1 at the floor; below 0 where the loss is worse than chance.</summary>
    public double Progress(double loss) => (Chance - loss) / (Chance - Floor);
}
