namespace SynapseLab.Web.Data;

/// <summary>A person's word on which side of a synapse is presynaptic; the newest one of a synapse counts (domain §2, step 5).</summary>
public sealed class PolarityDecision
{
    /// <summary>Key; a higher one is newer.</summary>
    public int Id { get; set; }

    /// <summary>The dataset of the synapse.</summary>
    public int DatasetId { get; set; }

    /// <summary>bboxN_Var1.</summary>
    public required string FullId { get; set; }

    /// <summary>1 or 2; null takes an earlier decision back, so that the rule counts again.</summary>
    public int? Side { get; set; }

    /// <summary>User name of who decided.</summary>
    public required string DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset DecidedAt { get; set; }
}
