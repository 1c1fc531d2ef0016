using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunEndpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-api-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/api/runs")]
    [InlineData("/api/runs/1")]
    [InlineData("/api/runs/1/series/steps")]
    [InlineData("/api/runs/1/series/telemetry")]
    [InlineData("/api/runs/1/spectrum")]
    [InlineData("/api/runs/1/tensorboard.zip")]
    [InlineData("/api/runs/1/progress.csv")]
    [InlineData("/api/runs/1/files/checkpoints/latest.pt")]
    [InlineData("/api/evaluations/1/files/metrics.json")]
    [InlineData("/api/evaluations/1/points")]
    public async Task Get_WithoutAccount_IsRefused(string address)
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient nobody = server.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Download_OfARun_SendsListedFilesWithTheirNameAndInParts_AndNothingElse()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await server.LaunchAsync("my run/../x", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);

        HttpResponseMessage whole = await client.GetAsync($"/api/runs/{run}/files/checkpoints/final.pt");
        Assert.Equal("20", await whole.Content.ReadAsStringAsync());
        Assert.Equal($"my-run----x-{run}-final.pt", whole.Content.Headers.ContentDisposition?.FileName);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{run}/files/checkpoints/final.pt");
        part.Headers.Range = new RangeHeaderValue(1, null);
        HttpResponseMessage end = await client.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "0"), (end.StatusCode, await end.Content.ReadAsStringAsync()));

        string[] others =
        [
            $"/api/runs/{run}/files/..%2F..%2Fsynapselab.db", $"/api/runs/{run}/files/%2Fetc%2Fpasswd", $"/api/runs/{run}/files/checkpoints/../../../synapselab.db",
            $"/api/runs/{run}/files/checkpoints/other.pt", "/api/runs/999/files/config.json",
        ];
        foreach (string other in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(other)).StatusCode);
        }
    }

    [Fact]
    public async Task Series_OfAFinishedRun_AreItsStepsAsBytes()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);

        BoundedSeries steps = BoundedSeries.FromBytes(await client.GetByteArrayAsync($"/api/runs/{run}/series/steps"), StepRow.ColumnCount);
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (double)step), steps.Column(0));
        Assert.Equal(Enumerable.Range(1, 20).Select(step => 4.0 / step), steps.Column(3));
        Assert.Contains("\"status\":\"finished\"", Encoding.UTF8.GetString(await client.GetByteArrayAsync($"/api/runs/{run}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/series/steps")]
    [InlineData("/series/metrics")]
    [InlineData("/series/telemetry")]
    [InlineData("/spectrum")]
    [InlineData("/progress.csv")]
    [InlineData("/tensorboard.zip")]
    public async Task Get_NoSuchRun_IsNotFoundAndSaysSo(string part)
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");

        HttpResponseMessage answer = await client.GetAsync($"/api/runs/999{part}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no run 999.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spectrum_AndTelemetry_AreThoseOfTheRun()
    {
        var trainer = new ScriptedTrainer
        {
            AfterStep = (step, emit) =>
            {
                if (step == 4)
                {
                    emit(ScriptedEvents.Metrics(4));
                    emit(ScriptedEvents.Telemetry(4));
                }

                return null;
            },
        };
        await using var server = new LabServer(_folder, trainer);
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);

        Assert.Equal("""{"step":4,"singularValues":[4,2,0.5]}""", await client.GetStringAsync($"/api/runs/{run}/spectrum"));
        BoundedSeries telemetry = BoundedSeries.FromBytes(await client.GetByteArrayAsync($"/api/runs/{run}/series/telemetry"), TelemetryRow.ColumnCount);
        Assert.Equal([1.5], telemetry.Column(4));
    }

    [Fact]
    public async Task Spectrum_BeforeTheFirstProbe_IsEmpty()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);

        Assert.Equal("""{"step":0,"singularValues":[]}""", await client.GetStringAsync($"/api/runs/{run}/spectrum"));
    }

    [Fact]
    public async Task TensorBoard_IsOneZipOfTheRunsEventFilesAndNothingBesides()
    {
        await using var server = new LabServer(_folder, new ScriptedTrainer());
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/runs/{run}/tensorboard.zip")).StatusCode);

        string logs = Directory.CreateDirectory(Path.Combine(_folder, "runs", run.ToString("D5"), "tensorboard_logs", "run_1")).FullName;
        byte[] events = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * i))];
        File.WriteAllBytes(Path.Combine(logs, "events.1"), events);
        File.WriteAllText(Path.Combine(logs, "events.2"), "second");
        File.CreateSymbolicLink(Path.Combine(logs, "elsewhere"), Path.Combine(_folder, "synapselab.db"));

        HttpResponseMessage answer = await client.GetAsync($"/api/runs/{run}/tensorboard.zip");

        Assert.Equal($"run-{run}-tensorboard.zip", answer.Content.Headers.ContentDisposition?.FileName);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["tensorboard_logs/run_1/events.1", "tensorboard_logs/run_1/events.2"], zip.Entries.Select(entry => entry.FullName));
        using var content = new MemoryStream();
        await zip.Entries[0].Open().CopyToAsync(content);
        Assert.Equal(events, content.ToArray());
    }
}
