using System.Text;

namespace SynapseLab.Engine.Training;

/// <summary>
/// The run's full record, <c>progress.jsonl</c>: one event a line, appended and flushed as it happens, so that a reader
/// beside the run, or after a kill, sees all that was done.
/// </summary>
public sealed class ProgressLog : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;

    private ProgressLog(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>Opens the log of a run folder to append, and ends a line that a kill left torn.</summary>
    /// <exception cref="EngineException">The file cannot be written.</exception>
    public static ProgressLog Append(string runDir)
    {
        string path = PathIn(runDir);
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            EndTornLine(file);
            return new ProgressLog(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"Could not open {path} to append: {e.Message} Make the run's folder writable, then resume the run.", e);
        }
    }

    /// <summary>Where the log of a run folder is.</summary>
    public static string PathIn(string runDir) => Path.Combine(runDir, "progress.jsonl");

    /// <summary>All whole events of a run folder, oldest first; a torn line is left out. Empty when there is no log.</summary>
    public static IReadOnlyList<TrainingEvent> Read(string runDir) => [.. Enumerate(runDir)];

    /// <summary>As <see cref="Read"/>, one after the other: the log of a long run has millions.</summary>
    public static IEnumerable<TrainingEvent> Enumerate(string runDir)
    {
        string path = PathIn(runDir);
        if (!File.Exists(path))
        {
            yield break;
        }

        // The run may be writing: share with it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var lines = new StreamReader(file, Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (TryParse(line) is { } parsed)
            {
                yield return parsed;
            }
        }
    }

    /// <summary>Appends one event and hands it to the operating system.</summary>
    /// <exception cref="EngineException">The disk is full or the file cannot be written.</exception>
    public void Write(TrainingEvent trainingEvent)
    {
        try
        {
            _file.Write(Encoding.UTF8.GetBytes(TrainingJson.ToJsonLine(trainingEvent) + "\n"));
            _file.Flush();
        }
        catch (IOException e)
        {
            throw new EngineException($"Could not append to {_path}: {e.Message}. Free space on that disk, then resume the run.", e);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static void EndTornLine(FileStream file)
    {
        if (file.Length == 0)
        {
            return;
        }

        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() != '\n')
        {
            file.WriteByte((byte)'\n');
        }
    }

    internal static TrainingEvent? TryParse(string line)
    {
        try
        {
            return line.Length == 0 ? null : TrainingJson.ParseEvent(line);
        }
        catch (EngineException)
        {
            return null;
        }
    }
}
