using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>A form's way to its measurement and to the start.</summary>
public sealed class PreflightSessionTests : IDisposable
{
    private static readonly TrainingOptions s_options = new() { BatchSize = 10, Epochs = 5 };

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-session-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task MayStart_NotMeasuredYet_MeasuresOnceAndRemembers()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int changes = 0;
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => Interlocked.Increment(ref changes));

        Assert.True(await session.MayStartAsync(1, s_options));
        Assert.True(await session.MayStartAsync(1, s_options with { Epochs = 9 }));
        Assert.Single(_trainer.Measured);
        Assert.Equal((null, null, false), (session.Now, session.Problem, session.IsStarting));
        Assert.True(changes > 0);
    }

    [Fact]
    public async Task MayStart_DoesNotFit_RefusesUntilTheProposalIsTaken()
    {
        _trainer.Propose = options => options with { MicroBatchSize = 5 };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => { });

        Assert.False(await session.MayStartAsync(1, s_options));
        Assert.False(await session.MayStartAsync(1, s_options));
        Assert.True(await session.MayStartAsync(1, s_options with { MicroBatchSize = 5 })); // which was what was measured
        Assert.Single(_trainer.Measured);
    }

    [Fact]
    public async Task MayStart_BusyDevice_StartsWithTheEstimate()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold training = await TrainAsync(server);
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => { });

        Assert.True(await session.MayStartAsync(1, s_options));
        Assert.Empty(_trainer.Measured);
        training.LetGo();
    }

    [Fact]
    public async Task Ask_BusyDevice_LeavesTheChoiceToWaitOrNot()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold training = await TrainAsync(server);
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => { });
        await session.AskAsync(1, s_options);
        Assert.Equal(("\"run\"", null), (session.Busy!.Work, session.Now));
        session.Cancel();
        Assert.Null(session.Busy);

        await session.AskAsync(1, s_options);
        Task<MeasurementState?> waiting = session.MeasureAsync(1, s_options);
        while (session.Now is null)
        {
            await Task.Yield();
        }

        Assert.Equal((null, MeasurementPhase.Waiting), (session.Busy, session.Now.Phase));
        training.LetGo();
        Assert.Equal(MeasurementPhase.Measured, (await waiting)!.Phase);
    }

    [Fact]
    public async Task Skip_WhileMeasuring_StartsAndStopsTheMeasurement()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold measuring = _trainer.HoldMeasurement();
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => { });
        Task<bool> start = session.MayStartAsync(1, s_options);
        await measuring.Reached;
        Assert.True(session.IsStarting);
        session.Skip();

        Assert.True(await start);
        measuring.LetGo();
        Assert.False(session.IsStarting);
        Assert.Empty(_trainer.Measured);
    }

    [Fact]
    public async Task MayStart_MeasurementCancelledOrFailed_DoesNotStart()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold measuring = _trainer.HoldMeasurement();
        using var session = new PreflightSession(server.Get<PreflightDesk>(), () => { });
        Task<bool> start = session.MayStartAsync(1, s_options);
        await measuring.Reached;
        session.Cancel();
        measuring.LetGo();
        Assert.False(await start);
        Assert.Null(session.Problem);

        _trainer.BeforeMeasurement = _ => throw new EngineException("The folder holds no cubes.");
        Assert.False(await session.MayStartAsync(1, s_options));
        Assert.Equal("The folder holds no cubes.", session.Problem);
        Assert.False(await session.MayStartAsync(1, s_options with { BatchSize = 41 }));
        Assert.Contains("at most 40", session.Problem, StringComparison.Ordinal);
    }

    private async Task<Hold> TrainAsync(RunServer server)
    {
        Hold training = _trainer.HoldBeforeStep(1);
        await server.LaunchAsync("run");
        await training.Reached;
        return training;
    }
}
