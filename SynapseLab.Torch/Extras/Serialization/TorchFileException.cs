namespace SynapseLab.Torch.Serialization;

/// <summary>What is wrong with a checkpoint file.</summary>
public enum TorchFileProblem
{
    /// <summary>It is another kind of file.</summary>
    NotThisFormat,

    /// <summary>It is of the format, but cut short or inconsistent.</summary>
    Damaged,

    /// <summary>It is whole, but holds something that we do not read.</summary>
    Unsupported,
}

/// <summary>A checkpoint file cannot be read or written; the message names the file and what to do.</summary>
public sealed class TorchFileException(TorchFileProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public TorchFileProblem Problem { get; } = problem;

    internal static TorchFileException Damaged(string message, Exception? inner = null) => new(TorchFileProblem.Damaged, message, inner);

    internal static TorchFileException Unsupported(string message) => new(TorchFileProblem.Unsupported, message);

    /// <summary>The same problem, its message led by where it is.</summary>
    internal TorchFileException In(string path) => new(Problem, $"{path}: {Message}", this);
}
