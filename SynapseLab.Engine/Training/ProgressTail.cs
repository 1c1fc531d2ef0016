using System.Text;

namespace SynapseLab.Engine.Training;

/// <summary>Follows a run's <c>progress.jsonl</c> while it grows: each read answers what came since the one before, single steps left out.</summary>
/// <param name="runDir">The run's folder; the log need not exist yet.</param>
public sealed class ProgressTail(string runDir)
{
    // Steps are nearly all of a log; a line that begins so need not be parsed to be left out.
    private static readonly byte[] s_step = """{"event":"step-completed","""u8.ToArray();
    private long _position;

    /// <summary>The whole events since the last call, oldest first, without <see cref="StepCompleted"/>; a line still being written waits for the next call.</summary>
    public IReadOnlyList<TrainingEvent> ReadNew()
    {
        string path = ProgressLog.PathIn(runDir);
        if (!File.Exists(path))
        {
            return [];
        }

        // The run may be writing: share with it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _position;
        byte[] grown = new byte[file.Length - _position];
        file.ReadExactly(grown);
        int whole = Array.LastIndexOf(grown, (byte)'\n') + 1;
        _position += whole;
        return Parse(grown.AsSpan(0, whole));
    }

    private static List<TrainingEvent> Parse(ReadOnlySpan<byte> lines)
    {
        var events = new List<TrainingEvent>();
        foreach (Range range in lines.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = lines[range];
            if (!line.StartsWith(s_step) && ProgressLog.TryParse(Encoding.UTF8.GetString(line)) is { } parsed)
            {
                events.Add(parsed);
            }
        }

        return events;
    }
}
