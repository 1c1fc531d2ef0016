namespace SynapseLab.Engine.Diagnosis;

/// <summary>Between which values a contrastive loss moves.</summary>
/// <param name="Chance">Loss when all projections are alike, ln(1 + m) for m negatives.</param>
/// <param name="Floor">The least loss that any projections reach at the temperature.</param>
internal readonly record struct ContrastiveLossRange(double Chance, double Floor)
{
    /// <summary>The range of a run; null for methods without negatives or temperature.</summary>
    public static ContrastiveLossRange? Of(RunEvidence evidence) =>
        evidence is { ChanceLoss: > 0 and double chance, Temperature: > 0 and double temperature }
            ? new ContrastiveLossRange(chance, FloorAt(chance, temperature))
            : null;

    /// <summary>0 at chance, 1 at the floor; below 0 where the loss is worse than chance.</summary>
    public double Progress(double loss) => (Chance - loss) / (Chance - Floor);

    /// <summary>
    /// Positives at cosine 1, negatives at the least mean cosine that they can have: −1/(N − 1) for N cubes (a regular simplex), and m = 2N − 2. By
    /// Jensen's inequality no arrangement does better: ln(1 + m·exp((−2/m − 1)/T)).
    /// </summary>
    private static double FloorAt(double chance, double temperature)
    {
        double negatives = Math.Exp(chance) - 1;
        return Math.Log(1 + (negatives * Math.Exp(((-2 / negatives) - 1) / temperature)));
    }
}
