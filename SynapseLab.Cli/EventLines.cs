using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>
/// The events of a run as JSON lines, where <c>--json</c> says. When they cannot be written on, they stop there and the run goes
/// on: its own progress.jsonl has them all.
/// </summary>
internal sealed class EventLines : IDisposable
{
    private readonly string _target;
    private readonly TextWriter _writer;
    private readonly bool _ownsWriter;

    private EventLines(string target, TextWriter writer, bool ownsWriter) => (_target, _writer, _ownsWriter) = (target, writer, ownsWriter);

    /// <summary>Why the lines stopped; null while they go on.</summary>
    public string? Failure { get; private set; }

    /// <summary>Opens a file, or standard output for "-".</summary>
    /// <exception cref="EngineException">When the file cannot be written.</exception>
    public static EventLines Open(string target, CommandConsole console)
    {
        try
        {
            return target == "-" ? new(target, console.Out, false) : new(target, new StreamWriter(target) { AutoFlush = true }, true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The JSON could not be written to '{target}': {error.Message} Check the folder, free space and permissions.", error);
        }
    }

    /// <summary>Writes one event.</summary>
    public void Write(TrainingEvent happened)
    {
        try
        {
            if (Failure is null)
            {
                _writer.WriteLine(TrainingJson.ToJsonLine(happened));
            }
        }
        catch (IOException error)
        {
            Failure = $"The JSON in '{_target}' is not whole: {error.Message}";
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            if (_ownsWriter)
            {
                _writer.Dispose();
            }
        }
        catch (IOException)
        {
            // What could not be written then cannot be written now.
        }
    }
}
