using SynapseLab.Engine.Methods.MoCoV2;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

public sealed class KeyQueueTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(4);

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    [Fact]
    public void NewQueue_HoldsUnitVectorsOfTheSeed()
    {
        using var queue = new KeyQueue(5, 3, new Generator(4));
        using var twin = new KeyQueue(5, 3, new Generator(4));

        Assert.All(queue.Keys.square().sum(1).data<float>().ToArray(), length => Assert.Equal(1, length, 1e-6f));
        Assert.Equal(SmallMethods.Values(twin.Keys), SmallMethods.Values(queue.Keys));
    }

    [Fact]
    public void Add_PastTheEnd_OverwritesTheOldestInOrder()
    {
        using var queue = new KeyQueue(5, 2, _generator);

        queue.Add(Numbered(1, 2, 3));
        queue.Add(Numbered(4, 5, 6));
        Assert.Equal([6, 2, 3, 4, 5], Numbers(queue));

        queue.Add(Numbered(7));
        Assert.Equal([6, 7, 3, 4, 5], Numbers(queue));
    }

    [Fact]
    public void Add_MoreThanItHolds_KeepsTheLast()
    {
        using var queue = new KeyQueue(3, 2, _generator);
        queue.Add(Numbered(1));

        queue.Add(Numbered(2, 3, 4, 5, 6));

        Assert.Equal([6, 4, 5], Numbers(queue));
    }

    [Fact]
    public void StateDict_HoldsKeysAndPlace()
    {
        using var queue = new KeyQueue(3, 2, _generator);
        queue.Add(Numbered(1, 2));
        using var resumed = new KeyQueue(3, 2, _generator);
        resumed.load_state_dict(queue.state_dict());

        queue.Add(Numbered(3, 4));
        resumed.Add(Numbered(3, 4));

        Assert.Equal([4, 2, 3], Numbers(queue));
        Assert.Equal(SmallMethods.Values(queue.Keys), SmallMethods.Values(resumed.Keys));
    }

    [Fact]
    public void AfterStep_KeepsBothViewsKeys_AndTheNextLossMeetsThem()
    {
        using var method = SmallMethods.Build("moco2"); // 12 keys
        var (_, targets) = SmallMethods.Loss(method, SmallMethods.Inputs(method));
        using var _ = no_grad();
        method.AfterStep(targets, 0);

        var queue = method.state_dict()["queue.keys"];
        Assert.Equal(SmallMethods.Values(nn.functional.normalize(targets[0])), SmallMethods.Values(queue.narrow(0, 0, 2 * SmallMethods.Batch)));
    }

    /// <summary>Unit vectors whose angle tells their number, of any length.</summary>
    private static Tensor Numbered(params int[] numbers) =>
        tensor([.. numbers.SelectMany(n => (float[])[n * MathF.Cos(n / 10f), n * MathF.Sin(n / 10f)])], [numbers.Length, 2]);

    private static int[] Numbers(KeyQueue queue) =>
        [.. queue.Keys.data<float>().ToArray().Chunk(2).Select(key => (int)MathF.Round(10 * MathF.Atan2(key[1], key[0])))];
}
