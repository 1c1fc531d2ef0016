using System.Globalization;

namespace SynapseLab.Engine.TensorBoard;

/// <summary>
/// A file of events that TensorBoard reads while it grows: records (<see cref="TfRecord"/>) of Event messages
/// (tensorflow/core/util/event.proto: wall_time = 1, step = 2, file_version = 3, summary = 5, session_log = 7). Each record goes to
/// the operating system in one write; one that a kill has torn is the file's end for a reader, who goes on with the next file.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string FileVersion = "brain.Event:2";
    private const int SessionStart = 1; // SessionLog.START

    private readonly FileStream _file;

    private EventFile(FileStream file) => _file = file;

    /// <summary>Its full name.</summary>
    internal string Path => _file.Name;

    /// <summary>Begins a new file in a folder, beside those of the run before a resumption.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="now">Stands in the name: readers take files in the order of their names.</param>
    /// <param name="host">Name of the machine.</param>
    /// <param name="processId">Of the writer.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    internal static EventFile Create(string folder, DateTimeOffset now, string host, int processId)
    {
        Directory.CreateDirectory(folder);
        int before = Directory.GetFiles(folder, "events.out.tfevents.*").Length; // tells two files of one second apart
        string name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{now.ToUnixTimeSeconds():D10}.{host}.{processId}.{before}");
        var file = new EventFile(new FileStream(System.IO.Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0));
        try
        {
            file.Write(new ProtoMessage().Double(1, Seconds(now)).Text(3, FileVersion));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Seconds since 1970, as the events count time.</summary>
    internal static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>
    /// Says that a run begins or goes on. From the second time on, readers forget all events of the folder with at least this step: they are
    /// to come again.
    /// </summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written.</exception>
    internal void WriteSessionStart(DateTimeOffset time, long firstStep) =>
        Write(Event(time, firstStep).Message(7, new ProtoMessage().Whole(1, SessionStart)));

    /// <summary>Appends one event with some values (Summary: value = 1) at an optimiser step.</summary>
    /// <exception cref="IOException">The disk is full or the file cannot be written.</exception>
    internal void WriteSummary(DateTimeOffset time, long step, IEnumerable<SummaryValue> values)
    {
        var summary = new ProtoMessage();
        foreach (var value in values)
        {
            summary.Message(1, value.Message);
        }

        Write(Event(time, step).Message(5, summary));
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static ProtoMessage Event(DateTimeOffset time, long step) => new ProtoMessage().Double(1, Seconds(time)).Whole(2, step);

    private void Write(ProtoMessage message) => _file.Write(TfRecord.Frame(message.ToArray()));
}
