using SynapseLab.Engine;

namespace SynapseLab.Cli;

/// <summary>The command line asks for something that cannot be; its sentences go to standard error and the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>Runs a check of options; a refusal counts as wrong usage, for nothing was begun.</summary>
    public static void Check(Action check)
    {
        try
        {
            check();
        }
        catch (EngineException error)
        {
            throw new UsageException(error.Message);
        }
    }
}
