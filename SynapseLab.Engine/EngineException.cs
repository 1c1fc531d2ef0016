namespace SynapseLab.Engine;

/// <summary>
/// A failure whose message is meant for the person at the screen: one sentence that says what was expected, what came,
/// where (file, row, slice) and what to do. The CLI prints it as its one line, the web app shows it in place.
/// </summary>
public class EngineException : Exception
{
    /// <summary>Creates the failure with its sentence.</summary>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the failure with its sentence and the error that caused it, if there is one.</summary>
    public EngineException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
