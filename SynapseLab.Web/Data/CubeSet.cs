namespace SynapseLab.Web.Data;

/// <summary>Cubes prepared from one dataset with one size and one channel recipe.</summary>
public sealed class CubeSet
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>The dataset it comes from.</summary>
    public int DatasetId { get; set; }

    /// <summary>The dataset it comes from.</summary>
    public Dataset? Dataset { get; set; }

    /// <summary>Edge of a cube in voxels.</summary>
    public int CubeSize { get; set; }

    /// <summary>Channel recipe by name, e.g. "raw+pre+cleft".</summary>
    public required string Channels { get; set; }

    /// <summary>Absolute folder of the HDF5 files (a preproc_dir).</summary>
    public required string Directory { get; set; }

    /// <summary>A word of <see cref="CubeSetState"/>; only "ready" counts as whole.</summary>
    public required string State { get; set; }

    /// <summary>Cubes in it; 0 until whole.</summary>
    public int CubeCount { get; set; }

    /// <summary>Bytes on disk; 0 until whole.</summary>
    public long SizeBytes { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User name of who asked for it.</summary>
    public required string CreatedBy { get; set; }
}
