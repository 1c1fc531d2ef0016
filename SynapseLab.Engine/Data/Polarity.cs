namespace SynapseLab.Engine.Data;

/// <summary>How sure the presynaptic side of a synapse is.</summary>
public enum PolarityState
{
    /// <summary>The rule decided with a sufficient margin.</summary>
    Clear,

    /// <summary>The rule's answer is kept, but a person should look (domain §2, step 5).</summary>
    Ambiguous,

    /// <summary>A person decided.</summary>
    Manual,
}

/// <summary>Which side of a synapse is presynaptic, and why (domain §2).</summary>
/// <param name="Side">1 or 2.</param>
/// <param name="Overlap1">Voxels of the vesicle cloud inside side 1's segment.</param>
/// <param name="Overlap2">Voxels of the vesicle cloud inside side 2's segment.</param>
/// <param name="Margin">|o1 − o2| / (o1 + o2), 0 … 1; 0 when both are 0.</param>
/// <param name="State">Clear, ambiguous, or decided by a person.</param>
/// <param name="Reason">Why it is ambiguous; null otherwise.</param>
public sealed record Polarity(int Side, long Overlap1, long Overlap2, double Margin, PolarityState State, string? Reason);

/// <summary>A person's decision that takes the rule's place.</summary>
/// <param name="FullId">bboxN_Var1.</param>
/// <param name="Side">1 or 2.</param>
public sealed record PolarityOverride(string FullId, int Side);
