using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Torch;

public sealed class OptimizerTests
{
    // A parabola (p − 3)² with its minimum at 3.
    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void Step_OnParabola_DescendsToMinimum(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using var parameter = new Parameter(tensor(new[] { 0.0f, 10.0f }));
        using optim.Optimizer optimizer = name switch
        {
            "SGD" => optim.SGD([parameter], 0.05, momentum: 0.5),
            "Adam" => optim.Adam([parameter], 0.2),
            _ => optim.AdamW([parameter], 0.2),
        };
        for (int i = 0; i < 300; i++)
        {
            using DisposeScope step = NewDisposeScope();
            optimizer.zero_grad();
            (parameter - 3).square().sum().backward();
            optimizer.step();
        }

        Assert.All(parameter.data<float>().ToArray(), value => Assert.Equal(3, value, 0.05));
    }
}
