using SynapseLab.Engine.Optimisation;
using SynapseLab.Tests.Torch;
using SynapseLab.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Optimisation;

/// <summary>What has no scope around it leaves no native tensor behind.</summary>
[Collection(nameof(LiveTensorCountTests))]
public sealed class TensorCountTests
{
    [Fact]
    public void WeightAverage_MadeUsedAndDisposed_LeavesNothing()
    {
        using var network = nn.BatchNorm1d(3);
        long before = LiveTensors.CountBefore();
        using (var average = new WeightAverage(network, 0.9))
        {
            average.Update(0);
            average.Apply().Dispose();
            average.Load(average.Save(""), "");
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);
    }

    [Fact]
    public void Lars_SteppedSavedAndLoaded_LeavesNothing()
    {
        using var weight = new Parameter(ones(2, 2));
        using var bias = new Parameter(ones(2));
        long before = LiveTensors.CountBefore();
        using (var lars = OptimizerCatalogue.Create("lars", [weight, bias], 0.1))
        {
            using (NewDisposeScope())
            {
                (weight.grad, bias.grad) = (ones(2, 2), ones(2));
            }

            lars.LearningRate = 1;
            lars.Step();
            lars.Load(lars.Save());
        }

        Assert.Equal(before, TorchRuntime.LiveTensorCount);
    }
}
