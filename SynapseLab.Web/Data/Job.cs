namespace SynapseLab.Web.Data;

/// <summary>A long piece of work in the server's history: inspection, unpacking, cubes. Progress itself lives in memory.</summary>
public sealed class Job
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>What kind of work: a word of JobKind.</summary>
    public required string Kind { get; set; }

    /// <summary>What it does, in words, with the name of what it works on.</summary>
    public required string Title { get; set; }

    /// <summary>A word of JobStatus.</summary>
    public required string Status { get; set; }

    /// <summary>The dataset it works on.</summary>
    public int? DatasetId { get; set; }

    /// <summary>The cube set it writes.</summary>
    public int? CubeSetId { get; set; }

    /// <summary>The run whose network it uses.</summary>
    public int? RunId { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User name of who asked; "system" for the server itself.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What came of it, or why it failed.</summary>
    public string? Message { get; set; }
}
