using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets.Cubes;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Extraction;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Extractions of features take their turn on the device, between the runs.</summary>
public sealed class ExtractionQueueTests : IDisposable
{
    private const string Title = "Extract features (embedding) of first";

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-extraction-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_WhileAnotherRunTrains_WaitsForItsEndAndGoesBeforeTheNextRun()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int first = await EvaluatedRunAsync(server);
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, _) =>
        {
            reached.Set();
            go.Wait(TimeSpan.FromSeconds(30));
        };
        int stepsBefore = 0;
        _trainer.BeforeExtraction = _ => stepsBefore = _trainer.Done.Count;
        await server.LaunchAsync("second");
        Assert.True(reached.Wait(TimeSpan.FromSeconds(30)));
        int third = await server.LaunchAsync("third");

        await server.Get<FeatureJobs>().StartAsync(first, 20, "avg", "anna");
        await server.Requests.EvaluateAsync(first, clusterCount: 3);

        Assert.Equal(["Evaluation of first", Title, "third"], await WaitingAsync(server));
        Assert.Equal("cpu works on \"second\"; until when is not known yet.", server.Get<DeviceForecast>().Of("cpu")!.Sentence);
        Assert.Empty(_trainer.Extracted);
        go.Set();
        await server.WaitForAsync(third, RunStatus.Finished);
        Assert.Equal(2 * ScriptedTrainer.Steps, stepsBefore);
        Assert.Single(_trainer.Threads.Distinct());
    }

    [Fact]
    public async Task Start_CubesBeingPrepared_WaitsForThem()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int first = await EvaluatedRunAsync(server);
        await SetStateAsync(server, CubeSetState.Preparing);

        int job = await server.Get<FeatureJobs>().StartAsync(first, 20, "avg", "anna");
        server.Executor.Wake();

        Assert.Equal([Title], await WaitingAsync(server));
        await server.Get<JobService>().StartAsync(new(JobKind.Prepare, "Prepare", "anna", (_, _) => "done")
        {
            Ended = (_, _) => SetStateAsync(server, CubeSetState.Ready).GetAwaiter().GetResult(),
        });
        Assert.Equal(JobStatus.Finished, (await EndOfAsync(server, job)).Status);
    }

    [Fact]
    public async Task Leave_OneThatWaits_IsNeverExtracted()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int first = await EvaluatedRunAsync(server);
        await SetStateAsync(server, CubeSetState.Preparing);
        int job = await server.Get<FeatureJobs>().StartAsync(first, 20, "avg", "anna");

        await (await server.Get<WaitingList>().ReadAsync()).Single().LeaveAsync!();

        Assert.Equal(JobStatus.Cancelled, (await EndOfAsync(server, job)).Status);
        Assert.Empty(await WaitingAsync(server));
        Assert.Empty(_trainer.Extracted);
    }

    [Theory]
    [InlineData(false, JobStatus.Cancelled)]
    [InlineData(true, JobStatus.Interrupted)]
    public async Task Stop_OneAtWork_TellsWhoStoppedIt(bool serverStops, string expected)
    {
        using var begun = new ManualResetEventSlim();
        _trainer.BeforeExtraction = cancellation =>
        {
            begun.Set();
            cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            cancellation.ThrowIfCancellationRequested();
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int job = await server.Get<FeatureJobs>().StartAsync(await EvaluatedRunAsync(server), 20, "avg", "anna");
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));
        DeviceWork work = server.Executor.Devices.Single().Work!;
        Assert.Equal((Title, Title), (work.Title, server.Get<DeviceActivity>().Now.Single().Work));

        if (serverStops)
        {
            await server.StopAsync();
        }
        else
        {
            Assert.True(server.Executor.TryCancel(current => current == work));
        }

        Assert.Equal(expected, (await EndOfAsync(server, job)).Status);
    }

    [Fact]
    public async Task Prepare_WhileFeaturesOfTheCubesAreExtracted_IsRefusedAndSaysWhich()
    {
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeExtraction = _ =>
        {
            begun.Set();
            go.Wait(TimeSpan.FromSeconds(30));
        };
        await using var server = new LabServer(_folder, _trainer);
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await server.LaunchAsync("first", "anna");
        await server.WaitForAsync(run, RunStatus.Finished);
        await server.Get<FeatureJobs>().StartAsync(run, 20, "avg", "anna");
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        Dataset dataset = await database.Datasets.SingleAsync();

        var error = await Assert.ThrowsAsync<EngineException>(() => server.Get<CubePreparation>().StartAsync(dataset, CubeSetRequest.Cubes(32, "raw+pre+cleft"), "max"));

        Assert.StartsWith("The run \"first\" works with the cubes of 32³ with raw+pre+cleft now;", error.Message, StringComparison.Ordinal);
        go.Set();
    }

    [Fact]
    public async Task Delete_CubesThatOnlyAnExtractionReads_IsRefusedUntilItHasEnded()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        (int first, int cubes, Hold busy) = await RunOnBoxesAsync(server);
        using Hold held = busy;
        int job = await server.Get<FeatureJobs>().StartAsync(first, 20, "avg", "anna");
        var removal = new CubeRemoval(server.Get<IDbContextFactory<LabDatabase>>());

        var error = await Assert.ThrowsAsync<EngineException>(() => removal.DeleteAsync(cubes));

        Assert.EndsWith($"are in use: the work \"{Title}\" reads them; wait for its end or cancel it first.", error.Message, StringComparison.Ordinal);
        held.LetGo();
        Assert.Equal(JobStatus.Finished, (await EndOfAsync(server, job)).Status);
        await removal.DeleteAsync(cubes);
    }

    [Fact]
    public async Task Extract_ChosenCubesBrokenMeanwhile_DoesNotLookAtOthers()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        (int first, int cubes, Hold busy) = await RunOnBoxesAsync(server);
        using Hold held = busy;
        int job = await server.Get<FeatureJobs>().StartAsync(first, 20, "avg", "anna");
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        CubeSet chosen = await database.CubeSets.SingleAsync(set => set.Id == cubes);
        chosen.State = CubeSetState.Interrupted;
        await database.SaveChangesAsync();
        await server.AddSetAsync(MadeUpSets.Cubes(40, chosen.CubeSize)); // which the run could take as well

        held.LetGo();

        Job ended = await EndOfAsync(server, job);
        Assert.Equal(JobStatus.Failed, ended.Status);
        Assert.Contains("are interrupted; prepare them again", ended.Message, StringComparison.Ordinal);
        Assert.Empty(_trainer.Extracted);
    }

    // A run that is not evaluated, cubes of which its features can be taken, and another run that keeps the device busy.
    private async Task<(int Run, int Cubes, Hold Busy)> RunOnBoxesAsync(RunServer server)
    {
        CubeSet boxes = MadeUpSets.Boxes(4, 61), cubes = MadeUpSets.Cubes(40, 60);
        (boxes.Directory, cubes.Directory) = (_folder, Path.Combine(_folder, "cubes-60"));
        int run = await server.LaunchAsync("first", SetChoice.Fit(new() { BatchSize = 10, Epochs = 5 }, boxes), cubeSetId: await server.AddSetAsync(boxes));
        await server.WaitForAsync(run, RunStatus.Finished);
        Hold busy = _trainer.HoldBeforeStep(1);
        await server.LaunchAsync("second");
        await busy.Reached;
        return (run, await server.AddSetAsync(cubes), busy);
    }

    private static async Task<int> EvaluatedRunAsync(RunServer server)
    {
        int run = await server.LaunchAsync("first");
        await server.WaitForEvaluationAsync(run);
        return run;
    }

    private static async Task<string[]> WaitingAsync(RunServer server) => [.. (await server.Get<WaitingList>().ReadAsync()).Select(work => work.Title)];

    private static async Task<Job> EndOfAsync(RunServer server, int id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
            if (await database.Jobs.FindAsync(id) is { EndedAt: not null } job)
            {
                return job;
            }

            Assert.False(limit.IsCancellationRequested, $"job {id} never ended");
            await Task.Delay(20);
        }
    }

    private static async Task SetStateAsync(RunServer server, string state)
    {
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await database.CubeSets.ExecuteUpdateAsync(change => change.SetProperty(set => set.State, state));
    }
}
