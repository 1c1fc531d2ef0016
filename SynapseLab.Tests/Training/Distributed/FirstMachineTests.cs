using SynapseLab.Engine.Training;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>Which devices of a machine a run of several processes has: what its telemetry looks at.</summary>
public sealed class FirstMachineTests
{
    [Fact]
    public void TwoProcesses_KnowTheDevicesOfTheFirstMachine() => Ranks.Pass(typeof(FirstMachineTests), nameof(InEachOfTwoProcesses));

    [Fact(Explicit = true)]
    public void InEachOfTwoProcesses()
    {
        using var world = World.Join(WorldSettings.FromEnvironment() with { Timeout = TimeSpan.FromSeconds(60), LocalWorldSize = 2 }, CPU, _ => { });

        Assert.Equal([5, 6], world.DevicesOfFirstMachine(5 + world.Rank));
    }
}
