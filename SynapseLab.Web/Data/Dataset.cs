namespace SynapseLab.Web.Data;

/// <summary>A registered dataset: where its files are, and what was found in them.</summary>
public sealed class Dataset
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>Name on pages; unique among the datasets that are not removed.</summary>
    public required string Name { get; set; }

    /// <summary>Absolute folder in the seed layout; empty until an upload is unpacked or the demo is generated.</summary>
    public string Root { get; set; } = "";

    /// <summary>Where it came from: a word of <see cref="DatasetKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>A word of <see cref="DatasetState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it is not usable; null when it is.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User name of who registered it; "system" for the demo.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>The inspection report; null until the first inspection ended.</summary>
    public string? ReportJson { get; set; }

    /// <summary>Size figures of the report for lists, so that they need not read it.</summary>
    public int BoundingBoxCount { get; set; }

    /// <summary>Usable synapses in the report.</summary>
    public int SynapseCount { get; set; }

    /// <summary>Synapses whose polarity a person should look at.</summary>
    public int AmbiguousCount { get; set; }

    /// <summary>Findings graver than information.</summary>
    public int ProblemCount { get; set; }

    /// <summary>The dataset's code table; null means the preset or the dataset's own codes file.</summary>
    public string? CodesJson { get; set; }

    /// <summary>When the code table was last changed by a person.</summary>
    public DateTimeOffset? CodesChangedAt { get; set; }

    /// <summary>Who changed it.</summary>
    public string? CodesChangedBy { get; set; }

    /// <summary>When it was removed from the lists; can be undone until its files are cleared.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
