using SynapseLab.Engine;

namespace SynapseLab.Cli;

/// <summary>Writes a verb's result as JSON where <c>--json</c> says.</summary>
internal static class JsonOutput
{
    /// <summary>Writes to the file, whole or not at all; "-" is standard output; null writes nothing.</summary>
    /// <exception cref="EngineException">When the file cannot be written.</exception>
    public static void Write(string? target, string json, CommandConsole console)
    {
        if (target is null)
        {
            return;
        }

        if (target == "-")
        {
            console.Out.WriteLine(json);
            return;
        }

        string partial = $"{target}.partial";
        try
        {
            File.WriteAllText(partial, json + "\n");
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The JSON could not be written to '{target}': {error.Message} Check the folder, free space and permissions.", error);
        }
    }
}
