namespace SynapseLab.Web.Data;

/// <summary>A measurement before a run, kept so that a restart does not forget it.</summary>
public sealed class StoredMeasurement
{
    /// <summary>Key; a later one is greater.</summary>
    public int Id { get; set; }

    /// <summary>The set whose cubes were trained on for a few steps.</summary>
    public int CubeSetId { get; set; }

    /// <summary>The set.</summary>
    public CubeSet? CubeSet { get; set; }

    /// <summary>The devices of the machine, in words: elsewhere the figures would be others.</summary>
    public required string Machine { get; set; }

    /// <summary>Those options that speed and memory depend on, as JSON.</summary>
    public required string OptionsJson { get; set; }

    /// <summary>What was measured, as JSON.</summary>
    public required string ResultJson { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset MeasuredAt { get; set; }
}
