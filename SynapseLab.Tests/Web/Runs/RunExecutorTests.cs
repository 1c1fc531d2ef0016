using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunExecutorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-runs-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Launch_TwoPeople_OneAfterTheOtherOnOneThreadInOrder()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int first = await server.LaunchAsync("first", person: "anna");
        int second = await server.LaunchAsync("second", person: "ben");

        Run ended = await server.WaitForAsync(second, RunStatus.Finished);
        Assert.Equal((RunStatus.Finished, "ben", 20L, 5), ((await server.RunAsync(first)).Status, ended.CreatedBy, ended.LastStep, ended.LastEpoch));
        Assert.Single(_trainer.Threads.Distinct());
        string firstDir = (await server.RunAsync(first)).RunDir;
        Assert.Equal([.. Enumerable.Repeat(true, 20), .. Enumerable.Repeat(false, 20)], _trainer.Done.Select(done => done.RunDir == firstDir));
    }

    [Fact]
    public async Task Finish_Always_EvaluatesOnItsOwn()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int id = await server.LaunchAsync("run");
        await server.WaitForAsync(id, RunStatus.Finished);
        SynapseLab.Web.Data.Evaluation evaluation = await server.WaitForEvaluationAsync(id);

        Assert.Equal((RunStatus.Finished, 40, 0.25, 0.75), (evaluation.Status, evaluation.SampleCount, evaluation.Silhouette, evaluation.Hopkins));
        Assert.True(File.Exists(Path.Combine(evaluation.OutputDir, "metrics.json")));
    }

    [Fact]
    public async Task Cancel_InMidRun_ThenResume_GoesOnAtTheNextStep()
    {
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, step) =>
        {
            if (step == 7)
            {
                reached.Set();
                go.Wait();
            }
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int id = await server.LaunchAsync("run");
        reached.Wait();
        await server.Requests.CancelAsync(id);
        go.Set();
        await server.WaitForAsync(id, RunStatus.Cancelled);

        await server.Requests.ResumeAsync(id);
        await server.WaitForAsync(id, RunStatus.Finished);
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (long)step), _trainer.Done.Select(done => done.Step));
        var steps = server.Get<RunStore>().LoadSeries(id)!.Steps;
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (double)step), steps.Column(0));
        Assert.Equal(Enumerable.Range(1, 20).Select(step => (double)step), steps.Column(2)); // seconds go on, too
    }

    [Fact]
    public async Task Cancel_WhileQueued_LeavesTheQueueAndNeverTrains()
    {
        using var go = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, _) => go.Wait();
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int first = await server.LaunchAsync("first");
        int second = await server.LaunchAsync("second");
        await server.Requests.CancelAsync(second);
        Assert.Equal(RunStatus.Cancelled, (await server.RunAsync(second)).Status);
        go.Set();
        await server.WaitForAsync(first, RunStatus.Finished);
        Assert.DoesNotContain(_trainer.Done, done => done.RunDir.EndsWith("2"));
    }

    [Fact]
    public async Task Failure_OfEveryKind_SaysOneSentenceAndTheThreadGoesOn()
    {
        Exception[] errors =
        [
            new EngineException("The batch of 64 is larger than the set of 40 cubes; choose at most 40."),
            new IOException("No space left on device", 28),
            new DllNotFoundException("libsynapse_torch.so: cannot open\n   at somewhere"),
            new InvalidOperationException("surprise\n   at line 7"),
        ];
        int next = 0;
        _trainer.BeforeStep = (_, _) =>
        {
            if (next < errors.Length)
            {
                throw errors[next++];
            }
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        var messages = new List<string?>();
        foreach (Exception error in errors)
        {
            messages.Add((await server.WaitForAsync(await server.LaunchAsync(error.GetType().Name), RunStatus.Failed)).ErrorMessage);
        }

        Assert.Equal("The batch of 64 is larger than the set of 40 cubes; choose at most 40.", messages[0]);
        Assert.StartsWith("The disk is full", messages[1]);
        Assert.StartsWith("A native library is missing (libsynapse_torch.so: cannot open.", messages[2]);
        Assert.All(messages, message => Assert.DoesNotContain("\n", message));
        Assert.Equal(RunStatus.Finished, (await server.WaitForAsync(await server.LaunchAsync("last"), RunStatus.Finished)).Status);
    }

    [Fact]
    public async Task Launch_BatchLargerThanTheSet_IsRefusedWithTheField()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        var error = await Assert.ThrowsAsync<EngineException>(() => server.LaunchAsync("run", new TrainingOptions { BatchSize = 41, Epochs = 5 }));
        Assert.Equal("BatchSize: The set has 40 cubes: expected a batch of at most 40, got 41.", error.Message);
    }

    [Theory]
    [InlineData("preparing")]
    [InlineData("failed")]
    public async Task Launch_CubesThatAreNotReady_IsRefused(string state)
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        await using LabDatabase context = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await context.CubeSets.ExecuteUpdateAsync(change => change.SetProperty(set => set.State, state));

        EngineException error = await Assert.ThrowsAsync<EngineException>(() => server.LaunchAsync("run"));

        Assert.Contains(state, error.Message, StringComparison.Ordinal);
        Assert.Empty(context.Runs);
    }
}
