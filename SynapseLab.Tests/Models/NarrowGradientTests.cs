using SynapseLab.Engine.Models;
using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Models;

/// <summary>Gradients under bfloat16 on the CPU. Processors without AVX-512 have another, sound kernel: there the tests always pass.</summary>
public sealed class NarrowGradientTests
{
    // Maps no longer than the kernel, on which libtorch 1.13's strided bfloat16 kernel gives what lay in memory before.
    [Theory]
    [InlineData(false, 3, 3)]
    [InlineData(false, 3, 4)]
    [InlineData(false, 1, 1)]
    [InlineData(false, 4, 1)]
    [InlineData(true, 3, 3)]
    [InlineData(false, 4, 4)]
    [InlineData(false, 5, 5)]
    public void StridedBlock_SmallMaps_HasTheGradientOfFloat32(bool bottleneck, int depth, int edge)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        using nn.Module<Tensor, Tensor> block = bottleneck ? new Bottleneck(16, 16, 2, Normalisation.Group) : new BasicBlock(16, 32, 2, Normalisation.Group);
        WeightInit.Kaiming(block, generator);
        var input = randn([4, 16, depth, edge, edge], generator: generator);

        float[][] full = Gradients(block, input, narrow: false), narrow = Gradients(block, input, narrow: true);

        double scale = full.SelectMany(gradient => gradient).Max(Math.Abs);
        Assert.All(full.Zip(narrow), pair => Assert.All(
            pair.First.Zip(pair.Second), value => Assert.True(Math.Abs(value.First - value.Second) < 0.1 * scale, $"{value} of {scale}")));
    }

    private static float[][] Gradients(nn.Module<Tensor, Tensor> block, Tensor input, bool narrow)
    {
        Soil();
        block.zero_grad();
        using (Autocast.Enter(DeviceType.CPU, ScalarType.BFloat16, narrow))
        {
            block.call(input).square().to(ScalarType.Float32).sum().backward();
        }

        return [.. block.parameters().Select(parameter => parameter.grad!.data<float>().ToArray())];
    }

    /// <summary>Leaves large numbers in the memory that comes next.</summary>
    private static void Soil()
    {
        for (int i = 0; i < 4; i++)
        {
            using var first = full([32 * 16 * 27], 1e20f);
            using var second = full([16 * 16 * 27], 1e20f);
        }
    }
}
