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

        WholeFile.WriteText(target, json + "\n");
    }
}
