using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Tests.TensorBoard;

/// <summary>Google's own protobuf reads our events, by descriptors that the script writes down from the .proto files.</summary>
public sealed class ProtobufTests : IDisposable
{
    private static readonly DateTimeOffset s_time = DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000.5);
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-events").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Events_ReadByGooglesProtobuf_AreWhatWasWritten()
    {
        using var file = EventFile.Create(_folder, s_time, "host", 7);
        file.WriteSessionStart(s_time, 4);
        file.WriteSummary(s_time, 4, [SummaryValue.Scalar("Loss/Train", 0.25), SummaryValue.Image("Cubes/1", new PngImage(2, 1, [0, 255])), SummaryValue.Text("Run/Start", "a | b")]);
        file.WriteSummary(s_time, 4, HyperParameters.Start([("Width", 64L), ("Method", "simclr"), ("TensorBoard", true)], ["Loss/Train"], s_time));
        file.WriteSummary(s_time, 9, [HyperParameters.End(s_time)]);

        Assert.Equal(
            """
            v=brain.Event:2 t=1700000000.5 s=0
            start=1 s=4
            Loss/Train 0.25 | Cubes/1 1x2 c1 PNG | Run/Start text 2 7 [1] ['a | b'] s=4
            _hparams_/experiment Width:3 Method:1 TensorBoard:2 -> Loss/Train at 1700000000.5 | _hparams_/session_start_info Width=64.0 Method=simclr TensorBoard=True at 1700000000.5 s=4
            _hparams_/session_end_info 1 at 1700000000.5 s=9
            """,
            Python.RunWith("google.protobuf", Script(), file.Path).Trim());
    }

    private static string Script() => File.ReadAllText(Path.Combine(Repository.Root, "SynapseLab.Tests", "TensorBoard", "read_events.py"));
}
