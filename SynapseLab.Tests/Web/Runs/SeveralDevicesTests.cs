using Microsoft.Extensions.Logging.Abstractions;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Runs of several processes in the queue of a machine with three GPUs.</summary>
public sealed class SeveralDevicesTests : IDisposable
{
    private static readonly TrainingOptions s_single = new() { BatchSize = 10, Epochs = 5 };
    private static readonly TrainingOptions s_double = s_single with { Processes = 2 };

    // By then a free device has seen that it is kept free; were it later, the test would only ask less.
    private static readonly TimeSpan s_looks = TimeSpan.FromMilliseconds(500);

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-several-").FullName;
    private readonly Gates _gates = new();
    private readonly ScriptedTrainer _trainer;

    public SeveralDevicesTests() => _trainer = new()
    {
        Devices = [new("cpu", "CPU", 1), new("cuda:0", "A", 1), new("cuda:1", "B", 1), new("cuda:2", "C", 1)],
        BeforeStep = _gates.Pass,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_OfTwo_TakesTwoFreeDevicesAndShowsBothBusy()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int busy = await server.LaunchAsync("busy", s_single with { Device = "cuda:1" });
        _gates.WaitFor(busy);
        int two = await server.LaunchAsync("two", s_double);
        _gates.WaitFor(two);

        var devices = server.Executor.Devices.ToDictionary(device => device.Device, device => device.Work?.RunId);
        Assert.Equal((null, two, busy, two), (devices["cpu"], devices["cuda:0"], devices["cuda:1"], devices["cuda:2"]));
        Assert.Equal(["two", "busy", "two"], server.Get<DeviceActivity>().Now.Where(state => state.Name != "cpu").OrderBy(state => state.Name).Select(state => state.Work));
        Assert.Equal(["cuda:0", "cuda:2"], _trainer.DevicesOf.Last().Order());

        _gates.OpenAll();
        await server.WaitForAsync(two, RunStatus.Finished);
        await server.WaitForAsync(busy, RunStatus.Finished);
    }

    [Fact]
    public async Task Run_OfTwo_IsNeverBesideAnotherAndIsNotOvertaken()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int[] first = [await server.LaunchAsync("a", s_single with { Device = "cuda:0" }), await server.LaunchAsync("b", s_single with { Device = "cuda:1" })];
        Array.ForEach(first, _gates.WaitFor);
        int three = await server.LaunchAsync("three", s_double with { Processes = 3, BatchSize = 9 });
        int late = await server.LaunchAsync("late", s_single with { Device = "cuda:2" }); // whose device is free, but kept for the one before it
        _gates.Open(first[0]);
        await server.WaitForAsync(first[0], RunStatus.Finished);
        Assert.Equal((RunStatus.Queued, RunStatus.Queued), ((await server.RunAsync(three)).Status, (await server.RunAsync(late)).Status));

        _gates.Open(first[1]);
        _gates.WaitFor(three);
        Assert.Equal(["cuda:0", "cuda:1", "cuda:2"], _trainer.DevicesOf.Last().Order());
        Assert.Equal(RunStatus.Queued, (await server.RunAsync(late)).Status);

        _gates.OpenAll();
        await server.WaitForAsync(late, RunStatus.Finished);
    }

    [Fact]
    public async Task Cancel_OfAWaitingRunOfSeveral_LetsTheOthersGo()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int busy = await server.LaunchAsync("busy", s_single with { Device = "cuda:0" });
        _gates.WaitFor(busy);
        int three = await server.LaunchAsync("three", s_double with { Processes = 3, BatchSize = 9 });
        int behind = await server.LaunchAsync("behind", s_single with { Device = "cuda:2" });

        await Task.Delay(s_looks);
        await server.Requests.CancelAsync(three);

        _gates.WaitFor(behind);
        _gates.OpenAll();
        await server.WaitForAsync(behind, RunStatus.Finished);
    }

    [Fact]
    public async Task Move_OfARunBeforeAWaitingOneOfSeveral_LetsItGo()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int busy = await server.LaunchAsync("busy", s_single with { Device = "cuda:0" });
        _gates.WaitFor(busy);
        await server.LaunchAsync("three", s_double with { Processes = 3, BatchSize = 9 });
        int behind = await server.LaunchAsync("behind", s_single with { Device = "cuda:2" });

        await Task.Delay(s_looks);
        server.Requests.Move(behind, forward: true);

        _gates.WaitFor(behind);
        _gates.OpenAll();
        await server.WaitForAsync(behind, RunStatus.Finished);
    }

    [Fact]
    public async Task Cancel_OfARunOfSeveral_FreesAllItsDevices()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        int three = await server.LaunchAsync("three", s_double with { Processes = 3, BatchSize = 9 });
        _gates.WaitFor(three);
        await server.Requests.CancelAsync(three);
        _gates.OpenAll();
        await server.WaitForAsync(three, RunStatus.Cancelled);

        foreach (string device in (string[])["cuda:0", "cuda:1", "cuda:2"])
        {
            await server.WaitForAsync(await server.LaunchAsync($"next on {device}", s_single with { Device = device }), RunStatus.Finished);
        }
    }

    [Fact]
    public async Task Launch_OfMoreThanThereAre_IsRefused()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, _trainer);
        EngineException error = await Assert.ThrowsAsync<EngineException>(() => server.LaunchAsync("five", s_double with { Processes = 5 }));
        Assert.Equal("Processes: Expected at most 3, the GPUs of this machine, got 5.", error.Message);
    }

    [Fact]
    public void Wake_OfAWorkerThatIsGone_DoesNothing()
    {
        var worker = new DeviceWorker("cpu", () => null, _ => { }, NullLogger.Instance);
        worker.Start();
        worker.Dispose();
        worker.Wake(); // another device's thread, which ends a little later, tells all
    }
}
