using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>The executor with the real engine and runs of two real processes on the CPU.</summary>
public sealed class SeveralProcessesTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-processes-").FullName;
    private readonly SyntheticCubes _cubes = new();

    public void Dispose()
    {
        _cubes.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_ToItsEnd_HasTheHistoryOfAnyRun()
    {
        await using RunServer server = await StartAsync();
        int id = await LaunchAsync(server, epochs: 3);

        Run run = await server.WaitForAsync(id, RunStatus.Finished, s_patience);

        Assert.Equal((6L, 3), (run.LastStep, run.LastEpoch));
        Assert.Equal([1.0, 2, 3, 4, 5, 6], server.Get<RunStore>().LoadSeries(id)!.Steps.Column(0));
        Assert.True(RunCheckpoints.CanResume(run.RunDir));
        await server.WaitForEvaluationAsync(id);
    }

    [Fact]
    public async Task Run_CancelledResumedAloneAndShutDown_GoesOnEachTime()
    {
        int id;
        long last = 0;
        await using (RunServer server = await StartAsync())
        {
            id = await LaunchAsync(server, epochs: 100_000);
            last = await BeyondAsync(server, id, last);
            await server.Requests.CancelAsync(id);
            last = (await server.WaitForAsync(id, RunStatus.Cancelled, s_patience)).LastStep;

            await server.Requests.ResumeAsync(id, processes: 1);
            last = await BeyondAsync(server, id, last);
            await server.Requests.CancelAsync(id);
            last = (await server.WaitForAsync(id, RunStatus.Cancelled, s_patience)).LastStep;

            await server.Requests.ResumeAsync(id, processes: 2);
            last = await BeyondAsync(server, id, last);
            await server.StopAsync();
            Run stopped = await server.RunAsync(id);
            Assert.Equal((RunStatus.Interrupted, "The server was shut down; resume continues from the checkpoint that was written then."), (stopped.Status, stopped.ErrorMessage));
            last = stopped.LastStep;
        }

        string runDir = Directory.GetDirectories(Path.Combine(_folder, "runs")).Single();
        long[] steps = [.. ProgressLog.Read(runDir).OfType<StepCompleted>().Select(step => step.Step)];
        Assert.Equal(Enumerable.Range(1, (int)last).Select(step => (long)step), steps); // none twice, none left out: each stop wrote a checkpoint of its very step
    }

    private Task<RunServer> StartAsync() => RunServer.StartAsync(_folder, new EngineTrainingBackend());

    private async Task<int> LaunchAsync(RunServer server, int epochs)
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "a machine of one core offers one process");
        CubeSet set = MadeUpSets.Cubes(10, 8);
        set.Directory = _cubes.PreprocDir;
        TrainingOptions options = _cubes.Options() with { Epochs = epochs, Processes = 2, CheckpointEveryEpochs = 1000, Device = "cpu" };
        return await server.LaunchAsync("two", options, cubeSetId: await server.AddSetAsync(set));
    }

    private static async Task<long> BeyondAsync(RunServer server, int id, long step)
    {
        using var limit = new CancellationTokenSource(s_patience);
        while (true)
        {
            if (server.Get<ProgressFanout>().Find(id)?.Snapshot().LastStep is { } last && last.Step > step)
            {
                return last.Step;
            }

            Assert.False(limit.IsCancellationRequested, $"run {id} did not go beyond step {step}: {(await server.RunAsync(id)).ErrorMessage}");
            await Task.Delay(20);
        }
    }
}
