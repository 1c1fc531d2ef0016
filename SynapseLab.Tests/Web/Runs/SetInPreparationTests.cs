using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets.Cubes;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Runs and evaluations whose set is brought up to date, or is no longer whole, when their turn comes.</summary>
public sealed class SetInPreparationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-in-preparation-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Queue_SetBeingPrepared_WaitsForItWhileOthersGoOn()
    {
        using var go = new ManualResetEventSlim();
        await using RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer { BeforeStep = (_, _) => go.Wait(TimeSpan.FromSeconds(30)) });
        int other = await server.AddSetAsync(new CubeSet { CubeSize = 16, Channels = "raw", Directory = _folder, State = CubeSetState.Ready, CubeCount = 40, CreatedBy = "anna" });
        int first = await server.LaunchAsync("works");
        await server.WaitForAsync(first, RunStatus.Running);
        int waiting = await server.LaunchAsync("waits");
        int elsewhere = await server.LaunchAsync("of another set", cubeSetId: other);
        await SetStateAsync(server, CubeSetState.Preparing);

        go.Set();
        await server.WaitForAsync(elsewhere, RunStatus.Finished); // queued behind the one that waits

        Assert.Equal(RunStatus.Queued, (await server.RunAsync(waiting)).Status);
        Assert.Equal(RunStatus.Queued, (await server.EvaluationOfAsync(first))!.Status);
        await server.Get<JobService>().StartAsync(new(JobKind.Prepare, "Prepare", "anna", (_, _) => "done")
        {
            Ended = (_, _) => SetStateAsync(server, CubeSetState.Ready).GetAwaiter().GetResult(),
        });
        await server.WaitForAsync(waiting, RunStatus.Finished);
    }

    [Theory]
    [InlineData(CubeSetState.Failed)]
    [InlineData(CubeSetState.Interrupted)]
    public async Task Queue_SetNoLongerWhole_RunFailsAndSaysWhatToDo(string state)
    {
        using var go = new ManualResetEventSlim();
        var trainer = new ScriptedTrainer { BeforeStep = (_, _) => go.Wait(TimeSpan.FromSeconds(30)) };
        await using RunServer server = await RunServer.StartAsync(_folder, trainer);
        int first = await server.LaunchAsync("works");
        await server.WaitForAsync(first, RunStatus.Running);
        int next = await server.LaunchAsync("next");
        await SetStateAsync(server, state);

        go.Set();

        Run run = await server.WaitForAsync(next, RunStatus.Failed);
        Assert.Equal($"Expected a set that is ready, but the cubes of 32³ with raw+pre+cleft are {state}; prepare them again on the dataset's page, or choose others.", run.ErrorMessage);
        Assert.All(trainer.Done, done => Assert.EndsWith($"{first}", done.RunDir, StringComparison.Ordinal));
        Assert.Equal(RunStatus.Failed, (await server.EvaluationOfAsync(first))!.Status);
    }

    [Fact]
    public async Task Prepare_WhileARunWorksOnTheSet_IsRefusedAndSaysWhich()
    {
        using var go = new ManualResetEventSlim();
        await using var server = new LabServer(_folder, new ScriptedTrainer { BeforeStep = (_, _) => go.Wait(TimeSpan.FromSeconds(30)) });
        using HttpClient client = await server.SignInAsync("anna", "member");
        int run = await server.LaunchAsync("long one", "anna");
        await server.WaitForAsync(run, RunStatus.Running);
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        Dataset dataset = await database.Datasets.SingleAsync();

        var error = await Assert.ThrowsAsync<EngineException>(() => server.Get<CubePreparation>().StartAsync(dataset, CubeSetRequest.Cubes(32, "raw+pre+cleft"), "max"));

        Assert.Equal("The run \"long one\" works with the cubes of 32³ with raw+pre+cleft now; wait for its end or cancel it, then prepare them.", error.Message);
        Assert.Equal(CubeSetState.Ready, (await database.CubeSets.SingleAsync()).State);
        go.Set();
        await server.WaitForAsync(run, RunStatus.Finished);
    }

    private static async Task SetStateAsync(RunServer server, string state)
    {
        await using LabDatabase database = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await database.CubeSets.Where(set => set.Id == 1).ExecuteUpdateAsync(change => change.SetProperty(set => set.State, state));
    }
}
