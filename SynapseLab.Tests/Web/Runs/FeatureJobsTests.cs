using System.Net;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Extraction;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

public sealed class FeatureJobsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-features-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_OfAFinishedRun_WritesFilesThatCanBeDownloaded()
    {
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("vera", "viewer");
        int run = await FinishedRunAsync(server);

        string message = await ExtractAsync(server, run);

        Assert.Equal("40 cubes with 1 features, feat_1 … 1.", message);
        FeatureExtractionOptions asked = Assert.Single(_trainer.Extracted);
        Assert.Null(asked.LayerNum); // a ResNet has no layers to choose from
        Assert.Null(asked.Pooling); // nor a pooling: its embedding is pooled as the run has it
        HttpResponseMessage table = await client.GetAsync($"/api/runs/{run}/files/features/embedding/features.csv");
        Assert.Equal("Var1,bbox_name,feat_1\n", await table.Content.ReadAsStringAsync());
        Assert.Equal($"run-{run}-embedding-features.csv", table.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("npy", await client.GetStringAsync($"/api/runs/{run}/files/features/embedding/features.npy"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/runs/{run}/files/features/../config.json")).StatusCode);
    }

    [Fact]
    public async Task Start_WhileTheRunTrains_IsRefused()
    {
        using var go = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, _) => go.Wait(TimeSpan.FromSeconds(30));
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Running);

        var error = await Assert.ThrowsAsync<EngineException>(() => server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna"));

        Assert.Equal("Run \"run\" is running; its features can be extracted when it has ended.", error.Message);
        go.Set();
        await server.WaitForAsync(run, RunStatus.Finished);
    }

    [Fact]
    public async Task Delete_WhileFeaturesAreExtracted_IsRefusedUntilTheyAreCancelled()
    {
        using var begun = new ManualResetEventSlim();
        _trainer.BeforeExtraction = cancellation =>
        {
            begun.Set();
            cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            cancellation.ThrowIfCancellationRequested();
        };
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await FinishedRunAsync(server);
        int job = await server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna");
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));

        Assert.Contains("being extracted", Assert.Throws<EngineException>(() => server.Get<RunRemoval>().Delete(run)).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EngineException>(() => server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna"));
        server.Get<JobService>().Cancel(job);
        await WaitForAsync(() => server.Get<JobService>().Active.Count == 0);

        server.Get<RunRemoval>().Delete(run);
    }

    [Fact]
    public async Task Start_OfARunOnWholeBoxes_TakesTheCubesOfItsDataset()
    {
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await FinishedRunAsync(server);
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        CubeSet trained = await database.CubeSets.SingleAsync();
        (trained.Kind, trained.Channels, trained.Directory) = (CubeSetKind.Boxes, VolumeStore.Channels, Path.Combine(_folder, "boxes"));
        await database.SaveChangesAsync();

        var missing = await Assert.ThrowsAsync<EngineException>(() => server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna"));
        Assert.Contains("prepare cubes of", missing.Message, StringComparison.Ordinal);

        int size = TrainingJson.ParseOptions((await database.Runs.SingleAsync()).OptionsJson).CubeSize;
        database.Add(new CubeSet { DatasetId = trained.DatasetId, CubeSize = size, Channels = VolumeStore.Channels, Directory = Path.Combine(_folder, "cubes"), State = CubeSetState.Ready, CreatedBy = "anna" });
        await database.SaveChangesAsync();
        await ExtractAsync(server, run);

        Assert.Equal(Path.Combine(_folder, "cubes"), Assert.Single(_trainer.Extracted).PreprocDir);
    }

    [Fact]
    public async Task Start_SetNoLongerWhole_FailsAndSaysWhatToDo()
    {
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await FinishedRunAsync(server);
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await database.CubeSets.ExecuteUpdateAsync(change => change.SetProperty(set => set.State, CubeSetState.Interrupted));

        int job = await server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna");
        await WaitForAsync(() => server.Get<JobService>().Active.Count == 0);

        Job ended = await database.Jobs.SingleAsync(row => row.Id == job);
        Assert.Equal(JobStatus.Failed, ended.Status);
        Assert.Contains("are interrupted; prepare them again", ended.Message, StringComparison.Ordinal);
        Assert.Empty(_trainer.Extracted);
    }

    [Theory]
    [InlineData("vgg3d", 20, "avg", "layer20-avg")]
    [InlineData("vgg3d", -1, "avg+max", "last-layer-avg-max")]
    [InlineData("resnet3d18", 20, "avg", "embedding")]
    public void NameOf_TellsChoicesApart(string backbone, int layer, string pooling, string expected) =>
        Assert.Equal(expected, FeatureFolder.NameOf(new() { Backbone = backbone }, layer, pooling));

    // Finished, and its evaluation too: deleting waits for neither.
    private static async Task<int> FinishedRunAsync(LabServer server)
    {
        int run = await server.LaunchAsync("run", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);
        await WaitForAsync(() => server.Get<RunCatalogue>().EvaluationsAsync(run).Result is [{ Status: RunStatus.Finished }]);
        return run;
    }

    private static async Task<string> ExtractAsync(LabServer server, int run)
    {
        var ended = new TaskCompletionSource<JobView>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Get<JobService>().Changed += job =>
        {
            if (job.RunId == run && !job.IsActive)
            {
                ended.TrySetResult(job);
            }
        };
        await server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna");
        JobView view = await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(JobStatus.Finished, view.Status);
        return view.Message!;
    }

    private static async Task WaitForAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 1000; i++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(20);
        }

        Assert.Fail("it never came about");
    }
}
