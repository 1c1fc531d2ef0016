using SynapseLab.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

/// <summary>Counts of the whole process: nothing else may make tensors meanwhile.</summary>
[CollectionDefinition(nameof(LiveTensorCountTests), DisableParallelization = true)]
[Collection(nameof(LiveTensorCountTests))]
public sealed class LiveTensorCountTests
{
    [Fact]
    public void Operations_TenThousandTimesInScopes_LeaveNothing()
    {
        using Tensor input = rand([4, 4]);
        long before = LiveTensors.CountBefore();
        for (int i = 0; i < 10_000; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor sum = (input + 1).mul(input).sum([0], keepdim: true);
            (Tensor values, Tensor indexes) = input.topk(2);
            Tensor[] halves = input.chunk(2);
            Tensor picked = input[TensorIndex.Ellipsis, 0];
            _ = cat([sum, values.sum([1], keepdim: true).t(), halves[0], picked.unsqueeze(0), indexes.to(float32).t()]);
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);
    }

    [Fact]
    public void TrainingSteps_AThousandTimes_LeaveNothing()
    {
        using Sequential network = nn.Sequential(nn.Linear(8, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Linear(16, 4));
        using AdamW optimizer = optim.AdamW(network.parameters());
        using Tensor input = rand([6, 8]);
        Step();
        long before = LiveTensors.CountBefore();
        for (int i = 0; i < 1_000; i++)
        {
            Step();
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);

        void Step()
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            network.call(input).square().mean().backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1);
            optimizer.step();
        }
    }

    [Fact]
    public void Failures_AThousandTimes_LeaveNothing()
    {
        using Tensor a = zeros(2, 3);
        using Tensor b = zeros(4, 5);
        long before = LiveTensors.CountBefore();
        for (int i = 0; i < 1_000; i++)
        {
            Assert.Throws<TorchException>(() => a.mm(b));
            Assert.Throws<TorchException>(() => a.reshape(7));
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);
    }

    [Fact]
    public void Dispose_OfModuleAndOptimizer_FreesEverything()
    {
        long before = LiveTensors.CountBefore();
        using (nn.Module<Tensor, Tensor> network = nn.Sequential(nn.Conv3d(1, 2, 3), nn.BatchNorm3d(2), nn.GroupNorm(1, 2)))
        using (Adam optimizer = optim.Adam(network.parameters(), amsgrad: true))
        {
            Assert.True(TorchRuntime.LiveTensorCount > before);
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);
    }
}
