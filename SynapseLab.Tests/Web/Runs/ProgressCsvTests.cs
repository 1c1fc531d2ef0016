using System.Text;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Files;

namespace SynapseLab.Tests.Web.Runs;

public sealed class ProgressCsvTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-csv").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public async Task Write_EventsOfEveryKind_HasOneLineEachUnderTheirColumns()
    {
        using (var log = ProgressLog.Append(_dir))
        {
            TrainingEvent[] events =
            [
                ScriptedEvents.Started(), ScriptedEvents.Step(1, gradientNorm: 3.5), ScriptedEvents.Step(2, lossScale: 1024, skipped: true),
                ScriptedEvents.Metrics(2), ScriptedEvents.Telemetry(2), ScriptedEvents.Made(2),
            ];
            Array.ForEach(events, log.Write);
        }

        using var output = new MemoryStream();
        await ProgressCsv.WriteAsync(_dir, output, CancellationToken.None);

        string[][] lines = [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Equal(["step", "1", "2", "2", "2"], Column("step"));
        Assert.Equal(["gradient_norm", "3.5", "", "", ""], Column("gradient_norm"));
        Assert.Equal(["skipped", "", "1", "", ""], Column("skipped"));
        Assert.Equal(["rank_me", "", "", "7.5", ""], Column("rank_me"));
        Assert.Equal(["negative_cosine", "", "", "0.0625", ""], Column("negative_cosine"));
        Assert.Equal(["process_memory_bytes", "", "", "", "1073741824"], Column("process_memory_bytes"));
        Assert.Equal(["gpu_temperature_celsius", "", "", "", ""], Column("gpu_temperature_celsius"));

        IEnumerable<string> Column(string name) => lines.Select(line => line[Array.IndexOf(lines[0], name)]);
    }
}
