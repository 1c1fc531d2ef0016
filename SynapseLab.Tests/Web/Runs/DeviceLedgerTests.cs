using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Which devices a run of several gets.</summary>
public sealed class DeviceLedgerTests
{
    [Theory]
    [InlineData(4, 12, 3)]
    [InlineData(4, 32, 2)] // three cannot share 32
    [InlineData(2, 32, 2)]
    public void Gather_OnFewerGpusThanAskedFor_TakesAsManyAsCanShareTheBatch(int processes, int batchSize, int expected)
    {
        var ledger = new DeviceLedger(["cpu", "cuda:0", "cuda:1", "cuda:2"]);
        Assert.Equal(expected, ledger.Gather("cuda:1", new("auto", processes, batchSize))!.Distinct().Count());
    }

    [Fact]
    public void Gather_WhereOneIsTaken_TakesTheOthersOrWaits()
    {
        var ledger = new DeviceLedger(["cpu", "cuda:0", "cuda:1", "cuda:2"]);
        ledger.Take("cuda:1", ["cuda:1"]);

        Assert.Equal(["cuda:0", "cuda:2"], ledger.Gather("cuda:0", new("auto", 2, 10)));
        Assert.Null(ledger.Gather("cuda:0", new("auto", 3, 9)));
    }

    [Theory]
    [InlineData("cuda:0", "auto", true)]
    [InlineData("cuda:0", "cpu", false)]
    [InlineData("cpu", "cpu", true)]
    [InlineData("cpu", "auto", false)] // there are GPUs
    public void Serves_ARunOfSeveral_WhereItsKindOfDeviceIs(string device, string wanted, bool expected) =>
        Assert.Equal(expected, new DeviceLedger(["cpu", "cuda:0"]).Serves(device, new(wanted, 2, 10)));
}
