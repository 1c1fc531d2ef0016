using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Measurements on the device's own thread, between the runs.</summary>
public sealed class MeasurementTests : IDisposable
{
    private static readonly TrainingOptions s_options = new() { BatchSize = 10, Epochs = 5 };

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-measure-").FullName;
    private readonly ScriptedTrainer _trainer = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ask_FreeDevice_MeasuresOnItsThreadWithTheCubesFolder()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        MeasurementState end = await measurement.Ended;
        await server.WaitForAsync(await server.LaunchAsync("run"), RunStatus.Finished);

        Assert.Equal((MeasurementPhase.Measured, 10.0), (end.Phase, end.Result!.CubesPerSecond));
        Assert.Equal((_folder, "cpu"), (Assert.Single(_trainer.Measured).PreprocDir, _trainer.Measured.First().Device));
        Assert.Single(_trainer.Threads.Distinct());
    }

    [Fact]
    public async Task Ask_WhileARunTrains_WaitsForItsEndAndGoesBeforeTheNextRun()
    {
        long stepsBefore = -1;
        _trainer.BeforeMeasurement = _ => stepsBefore = _trainer.Done.Count;
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold training = _trainer.HoldBeforeStep(1);
        await server.LaunchAsync("first");
        await training.Reached;
        int second = await server.LaunchAsync("second");
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        Assert.Equal(MeasurementPhase.Waiting, measurement.Now.Phase);
        Assert.Equal("cpu works on \"first\"; until when is not known yet.", server.Get<DeviceForecast>().Of("auto")!.Sentence);
        training.LetGo();

        Assert.Equal(MeasurementPhase.Measured, (await measurement.Ended).Phase);
        await server.WaitForAsync(second, RunStatus.Finished);
        Assert.Equal(ScriptedTrainer.Steps, stepsBefore);
    }

    [Fact]
    public async Task Forecast_OfARunInMidTraining_SaysUntilWhen()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold training = _trainer.HoldBeforeStep(9);
        var forecast = server.Get<DeviceForecast>();
        Assert.Null(forecast.Of("cpu"));
        await server.LaunchAsync("larval");
        await training.Reached;

        BusyDevice busy = forecast.Of("cpu")!;
        Assert.Equal(TimeSpan.FromSeconds(12), busy.Remaining); // 12 of 20 steps, a second each
        Assert.Matches("^cpu works on \"larval\" for about 12 s more, until [0-9]{2}:[0-9]{2} UTC\\.$", busy.Sentence);
        Assert.Null(forecast.Of("cuda:0"));
        training.LetGo();
    }

    [Fact]
    public async Task Cancel_WhileWaiting_IsNeverMeasured()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold training = _trainer.HoldBeforeStep(1);
        int run = await server.LaunchAsync("run");
        await training.Reached;
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        measurement.Cancel();

        Assert.Equal(MeasurementPhase.Cancelled, (await measurement.Ended).Phase);
        training.LetGo();
        await server.WaitForAsync(run, RunStatus.Finished);
        Assert.Empty(_trainer.Measured);
    }

    [Fact]
    public async Task Cancel_WhileMeasuring_StopsItAndTheDeviceGoesOn()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold measuring = _trainer.HoldMeasurement();
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        await measuring.Reached;
        Assert.Equal((MeasurementPhase.Working, "trying 2 cubes at once in float32"), (measurement.Now.Phase, measurement.Now.Work!.Stage));
        Assert.Equal(MeasurementWork.Name, server.Get<DeviceActivity>().Now.Single().Work);
        measurement.Cancel();
        measuring.LetGo();

        Assert.Equal(MeasurementPhase.Cancelled, (await measurement.Ended).Phase);
        await server.WaitForAsync(await server.LaunchAsync("run"), RunStatus.Finished);
        Assert.Empty(_trainer.Measured);
    }

    [Fact]
    public async Task Failure_OfAMeasurement_IsASentenceAndTheDeviceGoesOn()
    {
        Exception[] errors = [new EngineException("Not even 2 cubes at once fit cpu."), new InvalidOperationException("inner\nstack")];
        int next = 0;
        _trainer.BeforeMeasurement = _ => throw errors[next++];
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        var desk = server.Get<PreflightDesk>();
        MeasurementState known = await (await desk.AskAsync(1, s_options)).Ended, unknown = await (await desk.AskAsync(1, s_options)).Ended;

        Assert.Equal((MeasurementPhase.Failed, "Not even 2 cubes at once fit cpu."), (known.Phase, known.Problem));
        Assert.Equal(MeasurementPhase.Failed, unknown.Phase);
        Assert.DoesNotContain("stack", unknown.Problem, StringComparison.Ordinal);
        await server.WaitForAsync(await server.LaunchAsync("run"), RunStatus.Finished);
    }

    [Fact]
    public async Task Ask_OptionsThatNoRunCouldHave_IsRefused()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        var error = await Assert.ThrowsAsync<EngineException>(() => server.Get<PreflightDesk>().AskAsync(1, s_options with { BatchSize = 41 }));

        Assert.Contains("expected a batch of at most 40", error.Message, StringComparison.Ordinal);
        Assert.Empty(_trainer.Measured);
    }

    [Fact]
    public async Task Shutdown_StopsAMeasurement()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        using Hold measuring = _trainer.HoldMeasurement();
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        await measuring.Reached;
        Task stop = server.Executor.StopAsync(default); // has asked everything to stop when it returns
        measuring.LetGo();
        await stop;

        Assert.Equal(MeasurementPhase.Cancelled, (await measurement.Ended).Phase);
    }
}
