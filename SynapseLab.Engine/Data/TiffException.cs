namespace SynapseLab.Engine.Data;

/// <summary>Why a TIFF could not be read.</summary>
public enum TiffProblem
{
    /// <summary>The stack, a folder or a slice is not there, or cannot be opened.</summary>
    Missing,

    /// <summary>The file is something else.</summary>
    NotTiff,

    /// <summary>It is a TIFF whose content is cut off or contradicts itself.</summary>
    Damaged,

    /// <summary>It is a TIFF of a kind that is not read here (e.g. floating point, JPEG).</summary>
    Unsupported,

    /// <summary>A slice has another size than the first.</summary>
    SliceSize,
}

/// <summary>A stack or slice that could not be read; the message names file and slice.</summary>
public sealed class TiffException : EngineException
{
    /// <summary>Creates the failure.</summary>
    public TiffException(TiffProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>What kind of problem it is.</summary>
    public TiffProblem Problem { get; }
}

/// <summary>How <see cref="TiffWriter"/> compresses; values are those of the TIFF specification's Compression field.</summary>
public enum TiffCompression
{
    /// <summary>Not at all.</summary>
    None = 1,

    /// <summary>Lempel-Ziv-Welch.</summary>
    Lzw = 5,

    /// <summary>zlib ("Adobe deflate").</summary>
    Deflate = 8,

    /// <summary>Run lengths.</summary>
    PackBits = 32773,
}
