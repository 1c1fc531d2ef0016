using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>What a restart finds; the kill of a real process is in EndToEnd/KillTests.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-recovery-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Shutdown_InMidRun_WritesACheckpointAndResumesThere()
    {
        using var reached = new ManualResetEventSlim();
        var trainer = new ScriptedTrainer
        {
            WaitsForStopAt = 6,
            BeforeStep = (_, step) =>
            {
                if (step == 6)
                {
                    reached.Set();
                }
            },
        };
        int running;
        int queued;
        await using (RunServer server = await RunServer.StartAsync(_folder, trainer))
        {
            running = await server.LaunchAsync("running");
            queued = await server.LaunchAsync("queued");
            reached.Wait();
            await server.StopAsync();
        }

        var second = new ScriptedTrainer();
        await using RunServer restarted = await RunServer.StartAsync(_folder, second);
        Assert.Equal(RunStatus.Interrupted, (await restarted.RunAsync(running)).Status);
        await restarted.WaitForAsync(queued, RunStatus.Finished);
        await restarted.Requests.ResumeAsync(running);
        await restarted.WaitForAsync(running, RunStatus.Finished);
        long[] steps = [.. trainer.Done.Concat(second.Done).Where(done => done.RunDir.EndsWith($"{running}")).Select(done => done.Step)];
        Assert.Equal(Enumerable.Range(1, ScriptedTrainer.Steps).Select(step => (long)step), steps);
    }

    [Fact]
    public async Task Crash_LeavesRunningInTheHistory_NextStartShowsInterruptedAndKeepsTheQueue()
    {
        int crashed;
        await using (RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer()))
        {
            crashed = await server.LaunchAsync("crashed");
            await server.WaitForAsync(crashed, RunStatus.Finished);
            await using LabDatabase context = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
            await context.Runs.ExecuteUpdateAsync(change => change.SetProperty(run => run.Status, RunStatus.Running));
        }

        await using RunServer restarted = await RunServer.StartAsync(_folder, new ScriptedTrainer());
        Run run = await restarted.RunAsync(crashed);
        Assert.Equal(RunStatus.Interrupted, run.Status);
        Assert.Equal("The server stopped while this run was training; resume continues from the last checkpoint.", run.ErrorMessage);
    }

    [Fact]
    public async Task End_ThatCannotBeStored_IsStoredOnceItCan()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer());
        await ExecuteAsync(server, "CREATE TRIGGER full BEFORE UPDATE OF EndedAt ON Runs WHEN NEW.Status <> 'running' BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        int run = await server.LaunchAsync("run");
        await server.WaitForAsync(run, RunStatus.Running);
        await Task.Delay(500);
        Assert.Equal(RunStatus.Running, (await server.RunAsync(run)).Status);

        await ExecuteAsync(server, "DROP TRIGGER full");

        await server.WaitForAsync(run, RunStatus.Finished);
        int next = await server.LaunchAsync("next");
        await server.WaitForAsync(next, RunStatus.Finished);
    }

    private static async Task ExecuteAsync(RunServer server, string sql)
    {
        await using LabDatabase context = await server.Get<IDbContextFactory<LabDatabase>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync(sql);
    }
}
