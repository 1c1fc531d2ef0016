using SynapseLab.Engine;

namespace SynapseLab.Cli;

/// <summary>The one line that a person reads when a verb fails; never a stack trace.</summary>
internal static class FailureLine
{
    /// <summary>The line for an error.</summary>
    internal static string Of(Exception error) => error switch
    {
        EngineException => OneLine(error.Message),
        TypeInitializationException { InnerException: { } cause } => Of(cause), // the first use of a native library
        _ when WholeFile.IsDiskFull(error) => $"The disk is full: {OneLine(error.Message)} Make space and try again.",
        OutOfMemoryException => "The memory does not suffice: choose a smaller batch, width or cube size.",

        // Not one of our failures: the kind of error says more to whoever gets the report.
        _ => $"unexpected {error.GetType().Name}: {OneLine(error.Message)}",
    };

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
