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
}
