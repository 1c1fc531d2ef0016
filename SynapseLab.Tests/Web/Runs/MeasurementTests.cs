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
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        long stepsBefore = -1;
        _trainer.BeforeStep = (_, _) =>
        {
            reached.Set();
            go.Wait();
        };
        _trainer.BeforeMeasurement = _ => stepsBefore = _trainer.Done.Count;
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        await server.LaunchAsync("first");
        reached.Wait();
        int second = await server.LaunchAsync("second");
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        Assert.Equal(MeasurementPhase.Waiting, measurement.Now.Phase);
        Assert.Equal("cpu works on \"first\"; until when is not known yet.", server.Get<DeviceForecast>().Of("auto")!.Sentence);
        go.Set();

        Assert.Equal(MeasurementPhase.Measured, (await measurement.Ended).Phase);
        await server.WaitForAsync(second, RunStatus.Finished);
        Assert.Equal(ScriptedTrainer.Steps, stepsBefore);
    }

    [Fact]
    public async Task Forecast_OfARunInMidTraining_SaysUntilWhen()
    {
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, step) =>
        {
            if (step == 9)
            {
                reached.Set();
                go.Wait();
            }
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        var forecast = server.Get<DeviceForecast>();
        Assert.Null(forecast.Of("cpu"));
        await server.LaunchAsync("larval");
        reached.Wait();

        BusyDevice busy = forecast.Of("cpu")!;
        Assert.Equal(TimeSpan.FromSeconds(12), busy.Remaining); // 12 of 20 steps, a second each
        Assert.Matches("^cpu works on \"larval\" for about 12 s more, until [0-9]{2}:[0-9]{2} UTC\\.$", busy.Sentence);
        Assert.Null(forecast.Of("cuda:0"));
        go.Set();
    }

    [Fact]
    public async Task Cancel_WhileWaiting_IsNeverMeasured()
    {
        using var go = new ManualResetEventSlim();
        using var reached = new ManualResetEventSlim();
        _trainer.BeforeStep = (_, _) =>
        {
            reached.Set();
            go.Wait();
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int run = await server.LaunchAsync("run");
        reached.Wait();
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        measurement.Cancel();

        Assert.Equal(MeasurementPhase.Cancelled, (await measurement.Ended).Phase);
        go.Set();
        await server.WaitForAsync(run, RunStatus.Finished);
        Assert.Empty(_trainer.Measured);
    }

    [Fact]
    public async Task Cancel_WhileMeasuring_StopsItAndTheDeviceGoesOn()
    {
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeMeasurement = _ =>
        {
            reached.Set();
            go.Wait();
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        reached.Wait();
        Assert.Equal((MeasurementPhase.Working, "trying 2 cubes at once in float32"), (measurement.Now.Phase, measurement.Now.Work!.Stage));
        Assert.Equal(MeasurementWork.Name, server.Get<DeviceActivity>().Now.Single().Work);
        measurement.Cancel();
        go.Set();

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
        using var reached = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        _trainer.BeforeMeasurement = _ =>
        {
            reached.Set();
            go.Wait();
        };
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        Measurement measurement = await server.Get<PreflightDesk>().AskAsync(1, s_options);
        reached.Wait();
        Task stop = server.Executor.StopAsync(default); // has asked everything to stop when it returns
        go.Set();
        await stop;

        Assert.Equal(MeasurementPhase.Cancelled, (await measurement.Ended).Phase);
    }
}
