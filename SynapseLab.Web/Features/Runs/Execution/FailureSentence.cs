using SynapseLab.Engine;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What a person reads when a run fails: one sentence, never a stack trace.</summary>
internal static class FailureSentence
{
    /// <summary>The sentence for an error that reached the executor.</summary>
    internal static string Of(Exception error) => error switch
    {
        EngineException known => known.Message,
        AggregateException { InnerExceptions: [var only] } => Of(only),
        IOException when WholeFile.IsDiskFull(error) => "The disk is full: free space where SynapseLab keeps its data, then resume the run from its last checkpoint.",
        DllNotFoundException missing => $"A native library is missing ({FailureText.FirstLine(missing)}). Install what the README's requirements list, then resume the run.",
        OutOfMemoryException => "The memory did not suffice: use a smaller batch, width or cube size, then start again.",
        UnauthorizedAccessException denied => $"SynapseLab may not read or write a file of the run: {FailureText.FirstLine(denied)} Change its permissions, then resume the run.",
        TypeInitializationException { InnerException: { } cause } => Of(cause),
        _ => $"The run stopped by an unexpected error: {FailureText.FirstLine(error)} The server's log has the details; resume continues from the last checkpoint.",
    };
}
