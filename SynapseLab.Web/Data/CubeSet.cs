namespace SynapseLab.Web.Data;

/// <summary>What was prepared from one dataset to train on: cubes of one size and one channel recipe, or its whole bounding boxes.</summary>
public sealed class CubeSet
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>The dataset it comes from.</summary>
    public int DatasetId { get; set; }

    /// <summary>The dataset it comes from.</summary>
    public Dataset? Dataset { get; set; }

    /// <summary>A word of <see cref="CubeSetKind"/>.</summary>
    public string Kind { get; set; } = CubeSetKind.Synapses;

    /// <summary>Edge of a cube in voxels; of whole bounding boxes, the edge that decides the window of the polarity rule.</summary>
    public int CubeSize { get; set; }

    /// <summary>Channel recipe by name, e.g. "raw+pre+cleft".</summary>
    public required string Channels { get; set; }

    /// <summary>Absolute folder of the HDF5 files (a preproc_dir).</summary>
    public required string Directory { get; set; }

    /// <summary>A word of <see cref="CubeSetState"/>; only "ready" counts as whole.</summary>
    public required string State { get; set; }

    /// <summary>Cubes in it; 0 until whole, and for whole bounding boxes.</summary>
    public int CubeCount { get; set; }

    /// <summary>Bounding boxes in it; 0 until whole.</summary>
    public int BoxCount { get; set; }

    /// <summary>Whole bounding boxes: the shortest edge of all, in voxels, the most a cube can have; 0 until whole, and for cubes.</summary>
    public int SmallestEdge { get; set; }

    /// <summary>Bytes on disk; 0 until whole.</summary>
    public long SizeBytes { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>User name of who asked for it.</summary>
    public required string CreatedBy { get; set; }
}
