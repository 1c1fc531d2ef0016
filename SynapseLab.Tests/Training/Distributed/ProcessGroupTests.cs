using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training.Distributed;

/// <summary>What two processes give each other, value by value.</summary>
public sealed class ProcessGroupTests
{
    [Fact]
    public void TwoProcesses_ExchangeTensors() => Ranks.Pass(typeof(ProcessGroupTests), nameof(InEachOfTwoProcesses));

    [Fact]
    public void IsAvailable_Gloo_IsHereAndNcclNeedsAGpu()
    {
        Assert.True(ProcessGroup.IsAvailable(DistributedBackend.Gloo));
        Assert.SkipWhen(cuda.is_available(), "this machine has a GPU");
        Assert.False(ProcessGroup.IsAvailable(DistributedBackend.Nccl));
        var e = Assert.Throws<TorchException>(() => Join(DistributedBackend.Nccl, new("127.0.0.1", 0, 0, 1, true, "x")));
        Assert.Contains("NCCL", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, 1, "rank 2 of 2 processes is none")]
    [InlineData(0, 1, 70_000, "the port must lie in 0 to 65535, 70000 came")]
    public void Create_ImpossiblePlace_Refuses(int rank, int size, int port, string expected)
    {
        var e = Assert.Throws<ArgumentException>(() => Join(DistributedBackend.Gloo, new("127.0.0.1", port, rank, size, true, "x")));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_AfterDispose_Refuses()
    {
        using var tensor = ones(2);
        var group = Join(DistributedBackend.Gloo, new("127.0.0.1", 0, 0, 1, true, "x"));
        group.AllReduce(tensor);
        Assert.Equal([1f, 1f], tensor.data<float>().ToArray());

        group.Dispose();
        group.Dispose();

        Assert.Throws<ObjectDisposedException>(() => group.AllReduce(tensor));
    }

    [Fact(Explicit = true)]
    public void InEachOfTwoProcesses()
    {
        var settings = WorldSettings.FromEnvironment();
        int rank = settings.Rank;
        using var scope = NewDisposeScope();
        using var group = Join(DistributedBackend.Gloo, new(settings.Host, settings.Port, rank, 2, settings.IsFirst, "test"));

        var sum = tensor([rank + 1.0, 10 * (rank + 1.0)]);
        group.AllReduce(sum);
        Assert.Equal([3.0, 30.0], sum.data<double>().ToArray());

        var all = group.AllGather(tensor([rank + 1f, -rank]));
        Assert.Equal([[1f, 0f], [2f, -1f]], all.Select(one => one.data<float>().ToArray()));

        var sent = tensor([rank + 5L]);
        group.Broadcast(sent, root: 1);
        Assert.Equal(6, sent.ToInt64());

        var x = tensor([rank + 1.0]).requires_grad_(true);
        var y = group.AllReduceDifferentiable(x);
        (y * (rank + 1)).sum().backward(); // d/dx of y + 2 y, in both processes
        Assert.Equal((3.0, 3.0), (y.ToDouble(), x.grad!.ToDouble()));
        group.Barrier();
    }

    private static ProcessGroup Join(DistributedBackend backend, ProcessGroupAddress address)
    {
        using var meeting = new ProcessMeeting(address, TimeSpan.FromSeconds(60));
        return new ProcessGroup(backend, meeting, TimeSpan.FromSeconds(60));
    }
}
