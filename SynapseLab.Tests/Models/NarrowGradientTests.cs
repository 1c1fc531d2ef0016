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

        AssertNarrowGradientsAreRight(block, () => block.call(input));
    }

    // The shortcut's kernel by itself, often: it errs only where it happens on memory that nobody cleared.
    [Fact]
    public void Apply_StridedShortcutOnOneVoxel_HasTheGradientOfFloat32()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        using var shortcut = Convolutions.Kernel1(8, 32, stride: 2);
        WeightInit.Kaiming(shortcut, generator);
        var input = randn([16, 8, 1, 1, 1], generator: generator);

        foreach (int _ in Enumerable.Range(0, 50))
        {
            AssertNarrowGradientsAreRight(shortcut, () => Convolutions.Apply(shortcut, input));
        }
    }

    private static void AssertNarrowGradientsAreRight(nn.Module layer, Func<Tensor> output)
    {
        float[][] full = Gradients(layer, output, narrow: false), narrow = Gradients(layer, output, narrow: true);

        double scale = full.SelectMany(gradient => gradient).Max(Math.Abs);
        Assert.All(full.Zip(narrow), pair => Assert.All(
            pair.First.Zip(pair.Second), value => Assert.True(Math.Abs(value.First - value.Second) < 0.1 * scale, $"{value} of {scale}")));
    }

    private static float[][] Gradients(nn.Module layer, Func<Tensor> output, bool narrow)
    {
        Soil();
        layer.zero_grad();
        using (Autocast.Enter(DeviceType.CPU, ScalarType.BFloat16, narrow))
        {
            var energy = output().square().to(ScalarType.Float32).sum();
            Soil();
            energy.backward();
        }

        return [.. layer.parameters().Select(parameter => parameter.grad!.data<float>().ToArray())];
    }

    /// <summary>Leaves what is not a number in the memory that comes next.</summary>
    private static void Soil()
    {
        using var scope = NewDisposeScope();
        foreach (int _ in Enumerable.Range(0, 4))
        {
            for (int size = 8; size <= 32 * 16 * 27; size *= 2)
            {
                full([size], float.NaN);
                full([size + 7], float.NaN);
                full([size + 33], float.NaN);
            }
        }
    }
}
