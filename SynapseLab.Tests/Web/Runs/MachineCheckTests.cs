using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class MachineCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-machine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("auto", true)]
    [InlineData("cpu", true)]
    [InlineData("cuda:1", true)]
    [InlineData("cuda:7", false)]
    [InlineData("cuda", false)]
    [InlineData("", false)]
    public void Of_ADevice_FitsWhereTheMachineHasIt(string device, bool isFine)
    {
        IReadOnlyList<OptionError> errors = MachineCheck.Of(new() { Device = device }, ["cuda:0", "cuda:1", "cpu"], cores: 4);

        Assert.Equal(isFine ? [] : [new OptionError("Device", $"Expected a device of this machine (auto, cuda:0, cuda:1, cpu), got '{device}'.")], errors);
    }

    [Fact]
    public async Task LaunchAndMeasure_ADeviceThatTheMachineLacks_AreRefused()
    {
        await using RunServer server = await RunServer.StartAsync(_folder, new ScriptedTrainer());
        var options = new TrainingOptions { BatchSize = 10, Epochs = 5, Device = "cuda:7" };

        var launched = await Assert.ThrowsAsync<EngineException>(() => server.LaunchAsync("far", options));
        var measured = await Assert.ThrowsAsync<EngineException>(() => server.Get<PreflightDesk>().AskAsync(1, options));

        Assert.Equal("Device: Expected a device of this machine (auto, cpu), got 'cuda:7'.", launched.Message);
        Assert.Equal(launched.Message, measured.Message);
    }
}
