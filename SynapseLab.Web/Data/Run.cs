namespace SynapseLab.Web.Data;

/// <summary>One training run in the history. The run folder is the truth; this row is what pages list.</summary>
public sealed class Run
{
    /// <summary>The word of <see cref="Status"/> while a device works on it; evaluations have the same.</summary>
    public const string Working = "running";

    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>Name on pages.</summary>
    public required string Name { get; set; }

    /// <summary>The cubes it trains on.</summary>
    public int CubeSetId { get; set; }

    /// <summary>The cubes it trains on.</summary>
    public CubeSet? CubeSet { get; set; }

    /// <summary>TrainingOptions as JSON.</summary>
    public required string OptionsJson { get; set; }

    /// <summary>queued, running, paused, interrupted, finished, failed or cancelled.</summary>
    public required string Status { get; set; }

    /// <summary>Device it asked for: auto, cpu or cuda:N.</summary>
    public string Device { get; set; } = "auto";

    /// <summary>When it was queued for the first time.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User name of who launched it.</summary>
    public required string CreatedBy { get; set; }

    /// <summary>When it was last put into the queue; the queue's order.</summary>
    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>When a device first took it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended for whatever reason; null while it waits or runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Absolute run folder.</summary>
    public string RunDir { get; set; } = "";

    /// <summary>Epochs done.</summary>
    public int LastEpoch { get; set; }

    /// <summary>Optimiser steps done.</summary>
    public long LastStep { get; set; }

    /// <summary>Loss of the last step in nats; null before the first and when it was not finite.</summary>
    public double? LastLoss { get; set; }

    /// <summary>Highest silhouette score seen.</summary>
    public double? BestSilhouette { get; set; }

    /// <summary>Why it failed, was interrupted or paused.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Bounded series of steps for charts, in the writer's own binary form; null before the first step.</summary>
    public byte[]? StepSeries { get; set; }

    /// <summary>Bounded series of metrics for charts, in the writer's own binary form.</summary>
    public byte[]? MetricSeries { get; set; }

    /// <summary>Bounded series of what it took of the machine, in the writer's own binary form.</summary>
    public byte[]? TelemetrySeries { get; set; }

    /// <summary>Singular values of the newest probe as JSON.</summary>
    public string? SpectrumJson { get; set; }

    /// <summary>What the collapse doctor said as JSON.</summary>
    public string? FindingsJson { get; set; }
}
