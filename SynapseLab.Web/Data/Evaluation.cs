namespace SynapseLab.Web.Data;

/// <summary>Embeddings of one run's checkpoint with their metrics and plots, or the wish for them.</summary>
public sealed class Evaluation
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>The run.</summary>
    public int RunId { get; set; }

    /// <summary>The run.</summary>
    public Run? Run { get; set; }

    /// <summary>The cubes that are embedded: the run's own, or for a run on whole bounding boxes others of its dataset.</summary>
    public int CubeSetId { get; set; }

    /// <summary>The cubes that are embedded.</summary>
    public CubeSet? CubeSet { get; set; }

    /// <summary>queued, running, interrupted, finished, failed or cancelled.</summary>
    public required string Status { get; set; }

    /// <summary>Absolute folder of embeddings.npy, embeddings.csv, metrics.json and report.html.</summary>
    public required string OutputDir { get; set; }

    /// <summary>k of k-means; null takes the best of the silhouette curve.</summary>
    public int? ClusterCount { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it ended; null while it waits or runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Embeddings in it.</summary>
    public int SampleCount { get; set; }

    /// <summary>Silhouette score at its k; null until finished.</summary>
    public double? Silhouette { get; set; }

    /// <summary>Hopkins statistic, mean over repeats; null until finished.</summary>
    public double? Hopkins { get; set; }

    /// <summary>Why it failed.</summary>
    public string? ErrorMessage { get; set; }
}
