using System.Text;

namespace SynapseLab.Engine.Training;

/// <summary>Follows a run's <c>progress.jsonl</c> while it grows: each read answers what came since the one before, single steps left out.</summary>
/// <param name="runDir">The run's folder; the log need not exist yet.</param>
public sealed class ProgressTail(string runDir)
{
    // Steps are nearly all of a log; a line that begins so need not be parsed to be left out.
    private static readonly byte[] s_step = """{"event":"step-completed","""u8.ToArray();
    private const int ChunkBytes = 1 << 18;
    private long _position;

    /// <summary>
    /// The whole events since the last call, oldest first, without <see cref="StepCompleted"/>; a line still being written waits
    /// for the next call. A log that is shorter than it was is another one, of a run that began anew, and is read from its start.
    /// </summary>
    public IReadOnlyList<TrainingEvent> ReadNew()
    {
        string path = ProgressLog.PathIn(runDir);
        if (!File.Exists(path))
        {
            return [];
        }

        // The run may be writing: share with it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _position = file.Length < _position ? 0 : _position;
        var events = new List<TrainingEvent>();
        byte[] chunk = new byte[ChunkBytes]; // logs of long runs have hundreds of MiB
        int held = 0;
        while (file.Read(chunk, held, chunk.Length - held) is > 0 and var read)
        {
            held += read;
            int whole = chunk.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;
            Parse(chunk.AsSpan(0, whole), events);
            _position += whole;
            chunk.AsSpan(whole, held - whole).CopyTo(chunk);
            held -= whole;
            if (held == chunk.Length)
            {
                Array.Resize(ref chunk, 2 * held); // a line that is longer than the chunk
            }
        }

        return events;
    }

    private static void Parse(ReadOnlySpan<byte> lines, List<TrainingEvent> events)
    {
        foreach (Range range in lines.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = lines[range];
            if (!line.StartsWith(s_step) && ProgressLog.TryParse(Encoding.UTF8.GetString(line)) is { } parsed)
            {
                events.Add(parsed);
            }
        }
    }
}
