using SynapseLab.Engine.Optimisation;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Optimisation;

public sealed class WeightAverageTests
{
    [Fact]
    public void Update_StepByStep_IsTheNaiveMovingAverage()
    {
        using var scope = NewDisposeScope();
        using var network = nn.BatchNorm1d(1);
        using var average = new WeightAverage(network, 0.3);
        double expected = 1; // batch norm's weight begins at 1
        for (int step = 0; step < 6; step++)
        {
            Set(network, 2 * step);
            average.Update(step);
            double decay = Math.Min(0.3, (1.0 + step) / (10.0 + step)); // .1, .18…, .25, then .3
            expected = (decay * expected) + ((1 - decay) * 2 * step);
        }

        var saved = average.Save("backbone.");
        Assert.Equal(expected, saved.Get<TensorData>("backbone.weight").ToArray<float>()[0], 1e-5);
        Assert.Equal(expected, saved.Get<TensorData>("backbone.running_var").ToArray<float>()[0], 1e-5);
        Assert.Equal(10, saved.Get<TensorData>("backbone.num_batches_tracked").ToArray<long>()[0]); // a count is copied
    }

    [Fact]
    public void Apply_UntilDisposed_ShowsTheAverageAndGivesTheWeightsBack()
    {
        using var scope = NewDisposeScope();
        using var network = nn.BatchNorm1d(1);
        using var average = new WeightAverage(network, 0.5);
        Set(network, 3);
        using (average.Apply())
        {
            Assert.Equal(1, network.state_dict()["weight"].item<float>());
        }

        Assert.Equal(3, network.state_dict()["weight"].item<float>());
    }

    [Fact]
    public void Load_SavedAverage_ContinuesBitEqual()
    {
        using var scope = NewDisposeScope();
        using var network = nn.BatchNorm1d(1);
        using var straight = new WeightAverage(network, 0.7);
        Set(network, 5);
        straight.Update(40);
        using var resumed = new WeightAverage(network, 0.7);
        resumed.Load(straight.Save(""), "");
        Set(network, 0.1f);
        straight.Update(41);
        resumed.Update(41);

        Assert.Equal(Bytes(straight), Bytes(resumed));
    }

    private static byte[] Bytes(WeightAverage average) => [.. average.Save("").Values.Cast<TensorData>().SelectMany(tensor => tensor.Bytes.ToArray())];

    private static void Set(nn.Module network, float value)
    {
        using var noGradients = no_grad();
        foreach (var weight in network.state_dict().Values)
        {
            weight.fill_(value);
        }
    }
}
