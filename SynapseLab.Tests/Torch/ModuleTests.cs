using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class ModuleTests
{
    [Fact]
    public void StateDict_HasPyTorchsKeysInPyTorchsOrder()
    {
        using var block = new Block();
        Assert.Equal(
            [
                "scale", "conv1.weight", "bn1.weight", "bn1.bias", "bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked",
                "head.0.weight", "head.0.bias",
            ],
            block.state_dict().Keys);
        Assert.Equal(["scale", "conv1.weight", "bn1.weight", "bn1.bias", "head.0.weight", "head.0.bias"], block.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void LoadStateDict_OfAnotherNetwork_GivesTheSameOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        using var source = new Block();
        using var target = new Block();
        Tensor x = rand([2, 1, 4, 4, 4]);
        source.call(x).Dispose();
        target.load_state_dict(source.state_dict());
        source.eval();
        target.eval();
        Assert.True(source.call(x).equal(target.call(x)));
    }

    [Fact]
    public void LoadStateDict_WithWrongNames_NamesThem()
    {
        using DisposeScope scope = NewDisposeScope();
        using var block = new Block();
        Dictionary<string, Tensor> state = block.state_dict();
        state.Remove("conv1.weight");
        state.Add("conv2.weight", zeros(1));
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => block.load_state_dict(state));
        Assert.Contains("missing conv1.weight; unexpected conv2.weight", e.Message, StringComparison.Ordinal);
        (IList<string> missing, IList<string> unexpected) = block.load_state_dict(state, strict: false);
        Assert.Equal(["conv1.weight"], missing);
        Assert.Equal(["conv2.weight"], unexpected);
    }

    [Fact]
    public void LoadStateDict_WithWrongShape_ChangesNothing()
    {
        using DisposeScope scope = NewDisposeScope();
        using var block = new Block();
        Dictionary<string, Tensor> state = block.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value + 1);
        state["head.0.weight"] = zeros(3, 3);
        Tensor before = block.conv1.weight.detach().clone();
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => block.load_state_dict(state));
        Assert.Contains("'head.0.weight'", e.Message, StringComparison.Ordinal);
        Assert.True(before.equal(block.conv1.weight));
    }

    [Fact]
    public void BatchNorm_InTrainingAndEvaluation_UsesBatchAndRunningStatistics()
    {
        using DisposeScope scope = NewDisposeScope();
        using BatchNorm1d norm = nn.BatchNorm1d(1, momentum: 0.5);
        Tensor x = tensor(new[] { 1f, 3f }, [2, 1]);
        Assert.True(norm.call(x).allclose(tensor(new[] { -1f, 1f }, [2, 1]), atol: 1e-4));

        // Running: mean 0.5 · 0 + 0.5 · 2; unbiased variance 0.5 · 1 + 0.5 · 2.
        Assert.Equal(1f, norm.running_mean!.item<float>());
        Assert.Equal(1.5f, norm.running_var!.item<float>());
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        norm.eval();
        Assert.True(norm.call(x).allclose((x - 1) / Math.Sqrt(1.5), atol: 1e-4));
        Assert.Throws<ArgumentException>(() => norm.call(zeros(1, 1, 1, 1)));
    }

    [Fact]
    public void BatchNorm_OfOneValuePerChannel_RefusesInTrainingOnly()
    {
        using DisposeScope scope = NewDisposeScope();
        using BatchNorm1d norm = nn.BatchNorm1d(3);
        Assert.Contains("(1, 3)", Assert.Throws<ArgumentException>(() => norm.call(ones(1, 3))).Message, StringComparison.Ordinal);
        norm.eval();
        Assert.Equal([1L, 3], norm.call(ones(1, 3)).shape);
    }

    [Fact]
    public void Dropout_InEvaluation_GivesItsInput()
    {
        using DisposeScope scope = NewDisposeScope();
        using Dropout dropout = nn.Dropout(0.5);
        Tensor x = ones(1000);
        Assert.InRange(dropout.call(x).count_nonzero().item<long>(), 400, 600);
        dropout.eval();
        Assert.True(dropout.call(x).equal(x));
    }

    [Fact]
    public void To_Float64_ConvertsParametersInPlace_AndLeavesCounters()
    {
        using var block = new Block();
        Parameter weight = block.conv1.weight;
        block.to(float64);
        Assert.Equal(ScalarType.Float64, weight.dtype);
        Assert.True(weight.requires_grad);
        Assert.Equal(ScalarType.Int64, block.state_dict()["bn1.num_batches_tracked"].dtype);
    }

    [Fact]
    public void Init_KaimingNormal_HasTheVarianceOfTheFan()
    {
        using Tensor weight = empty(64, 32, 3, 3, 3);
        manual_seed(5).Dispose();
        nn.init.kaiming_normal_(weight, mode: nn.init.FanInOut.FanOut, nonlinearity: nn.init.NonlinearityType.ReLU);
        using Tensor deviation = weight.std();
        Assert.Equal(Math.Sqrt(2.0 / (64 * 27)), deviation.ToDouble(), 5e-4);
    }

    [Fact]
    public void Init_TruncNormal_StaysInBoundsAroundTheMean()
    {
        using Tensor weight = empty(10_000);
        using var generator = new Generator(5);
        nn.init.trunc_normal_(weight, mean: 1, std: 2, a: -1, b: 3, generator);
        float[] values = weight.data<float>().ToArray();
        Assert.All(values, value => Assert.InRange(value, -1, 3));
        Assert.Equal(1, values.Average(), 0.05);
    }

    [Fact]
    public void ClipGradNorm_AboveTheLimit_ScalesAllTogether()
    {
        using DisposeScope scope = NewDisposeScope();
        using var a = new Parameter(zeros(1));
        using var b = new Parameter(zeros(1));
        (a.grad, b.grad) = (full([1], 3), full([1], 4));
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 1e-5);
        Assert.Equal(0.6, a.grad!.item<float>(), 1e-5);
        Assert.Equal(0.8, b.grad!.item<float>(), 1e-5);
    }

    [Fact]
    public void RegisterModule_UnderATakenName_IsAnError()
    {
        using var block = new Block();
        using ReLU relu = nn.ReLU();
        Assert.Contains("'conv1'", Assert.Throws<ArgumentException>(() => block.register_module("conv1", relu)).Message, StringComparison.Ordinal);
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        internal readonly Conv3d conv1 = nn.Conv3d(1, 2, 3, padding: 1, bias: false);
        private readonly BatchNorm3d bn1 = nn.BatchNorm3d(2);
        private readonly Parameter scale = new(ones(1));
        private readonly Sequential head;

        internal Block()
            : base(nameof(Block))
        {
            head = nn.Sequential(nn.Linear(2, 3), nn.ReLU());
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using Tensor features = bn1.call(conv1.call(input));
            return head.call(features.mean([2, 3, 4])) * scale;
        }
    }
}
