using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class GeneratorTests
{
    [Fact]
    public void Draws_WithTheSameSeed_AreTheSame()
    {
        using DisposeScope scope = NewDisposeScope();
        using var first = new Generator(17);
        using var second = new Generator(17);
        Assert.True(randn([100], generator: first).equal(randn([100], generator: second)));
        Assert.Equal(17, first.initial_seed());
    }

    [Fact]
    public void SetState_InMidSequence_ContinuesExactly()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(3);

        // An odd count leaves a cached normal draw behind, which is part of the state.
        _ = randn([7], generator: generator);
        Tensor state = generator.get_state();
        Tensor[] expected = Draw(generator);
        generator.set_state(state);
        Tensor[] again = Draw(generator);
        Assert.All(expected.Zip(again), pair => Assert.True(pair.First.equal(pair.Second)));
    }

    [Fact]
    public void Draws_FromAnOwnGenerator_LeaveTheDefaultOneAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(3);
        Tensor before = generator.get_state();
        using var other = new Generator(3);
        _ = randperm(10, generator: other);
        Assert.True(before.equal(generator.get_state()));
        Assert.False(before.equal(other.get_state()));
    }

    [Fact]
    public void SetState_OfForeignBytes_IsAnError()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(3);
        Assert.Throws<TorchException>(() => generator.set_state(zeros([5], uint8)));
    }

    [Fact]
    public void Generator_OnCuda_DrawsOnTheDevice()
    {
        Assert.SkipUnless(torch.cuda.is_available(), "this libtorch has no CUDA or sees no GPU");
        using DisposeScope scope = NewDisposeScope();
        using var first = new Generator(5, "cuda:0");
        using var second = new Generator(5, "cuda:0");
        Tensor a = rand([1000], device: "cuda:0", generator: first);
        Assert.True(a.equal(rand([1000], device: "cuda:0", generator: second)));
        Tensor state = first.get_state();
        Tensor next = rand([10], device: "cuda:0", generator: first);
        first.set_state(state);
        Assert.True(next.equal(rand([10], device: "cuda:0", generator: first)));
    }

    private static Tensor[] Draw(Generator generator)
    {
        Tensor[] draws =
        [
            randn([5], generator: generator),
            rand([5], generator: generator),
            randint(0, 1000, [5], generator: generator),
            randperm(20, generator: generator),
            zeros(5).bernoulli_(0.5, generator),
            zeros(5).normal_(0, 1, generator),
        ];
        return draws;
    }
}
