using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Methods.MaskedVolume;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

public sealed class MaskedVolumeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _generator = new(6);

    public void Dispose()
    {
        _scope.Dispose();
        _generator.Dispose();
    }

    [Theory]
    [InlineData(8, 4, 0.6, 5)]
    [InlineData(8, 4, 0.01, 1)] // at least one is hidden
    [InlineData(8, 4, 0.99, 7)] // at least one stays
    [InlineData(10, 4, 0.5, 14)] // of 3³, the last of each axis cut
    public void Mask_HidesWholePatches_AsManyInEveryCube(int size, int patch, double fraction, int hidden)
    {
        var mask = PatchMask.Draw(6, (size, size, size), patch, fraction, _generator);

        Assert.Equal([6L, 1, size, size, size], mask.shape);
        float[][] cubes = [.. SmallMethods.Values(mask).Chunk(size * size * size)];
        Assert.All(cubes, cube => Assert.Equal(hidden, Patches(cube, size, patch).Count(values => values.All(value => value == 1))));
        Assert.All(cubes, cube => Assert.All(Patches(cube, size, patch), values => Assert.Single(values.Distinct())));
        Assert.True(cubes.Select(cube => string.Concat(cube)).Distinct().Count() > 1);
    }

    [Fact]
    public void Mask_PatchOfTheWholeCube_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => PatchMask.Draw(1, (8, 8, 8), 8, 0.6, _generator));

        Assert.Contains("8 × 8 × 8", error.Message, StringComparison.Ordinal);
        Assert.Contains("below 8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_AreTheTurnedCubesWithoutNoise_AndTheMask()
    {
        using var method = SmallMethods.Build("mvm");
        var inputs = SmallMethods.Inputs(method);
        using var generator = new Generator(2);
        var cubes = rand([SmallMethods.Batch, 3, 8, 8, 8], generator: generator);

        Assert.Equal([4L, 4, 8, 8, 8], inputs.shape);
        Assert.Equal(SmallMethods.Values(cubes).Order(), SmallMethods.Values(inputs.narrow(1, 0, 3)).Order());
        Assert.Equal([0f, 1f], SmallMethods.Values(inputs.narrow(1, 3, 1)).Distinct().Order());
    }

    [Fact]
    public void Encode_HiddenContent_IsSeenByTheLossOnly()
    {
        using var method = SmallMethods.Build("mvm");
        method.eval();
        using var _ = no_grad();
        var inputs = SmallMethods.Inputs(method);
        var mask = inputs.narrow(1, 3, 1);
        float[] before = SmallMethods.Values(method.Encode(inputs)[0]);
        var far = inputs.clone();
        far.narrow(1, 0, 3).add_(mask * 100); // the prediction cannot follow: the difference grows by just that

        float[] after = SmallMethods.Values(method.Encode(far)[0]);

        Assert.Equal(SmallMethods.Batch, before.Length);
        Assert.All(before.Zip(after), pair => Assert.InRange(pair.Second - pair.First, 100 - (2 * pair.First) - 2, 100.01));
        var (masksHidden, seen) = (inputs.clone(), inputs.clone());
        masksHidden.narrow(1, 1, 2).add_(mask * 5); // hidden voxels of the other channels are neither seen nor asked for
        seen.narrow(1, 0, 3).add_((1 - mask) * 5);
        Assert.Equal(before, SmallMethods.Values(method.Encode(masksHidden)[0]));
        Assert.NotEqual(before, SmallMethods.Values(method.Encode(seen)[0]));
    }

    [Fact]
    public void Decoder_GivesEachCellsVoxelsToItsPlace()
    {
        using var decoder = new VoxelDecoder(2, (1, 2, 3), _generator);
        using var _ = no_grad();
        decoder.state_dict()["convolution.weight"].copy_(zeros(6, 2, 1, 1, 1)).index_put_(tensor(10f), TensorIndex.Colon, TensorIndex.Single(0));
        decoder.state_dict()["convolution.bias"].copy_(tensor(new float[] { 0, 1, 2, 3, 4, 5 }));
        var features = tensor(new float[] { 0, 1, 2, 3, 9, 9, 9, 9 }, [1, 2, 1, 2, 2]);

        var voxels = decoder.call(features);

        Assert.Equal([1L, 1, 1, 4, 6], voxels.shape);
        Assert.Equal(
            [0f, 1, 2, 10, 11, 12, 3, 4, 5, 13, 14, 15, 20, 21, 22, 30, 31, 32, 23, 24, 25, 33, 34, 35],
            SmallMethods.Values(voxels));
    }

    [Theory]
    [InlineData("r3d", true, 2, 1, 1, 16, 16, 16)]
    [InlineData("k7s2", true, 1, 1, 1, 32, 32, 32)]
    [InlineData("k7s2", false, 1, 1, 1, 16, 16, 16)]
    public void DecoderBehindABackbone_GivesAtLeastTheCubesVoxels(string stem, bool pool, int d, int h, int w, int voxelsD, int voxelsH, int voxelsW)
    {
        using var backbone = BackboneFactory.Describe("resnet3d18", stem, 3, 2, pool).Build(_generator);
        using var decoder = VoxelDecoder.Behind(backbone, _generator);
        float[] untouched = SmallMethods.Values(backbone.state_dict()["bn1.running_var"]);
        bool wasTraining = backbone.training;
        backbone.eval();
        using var _ = no_grad();
        var cubes = rand([2, 3, 16, 16, 16], generator: _generator);
        var maps = backbone.FeatureMaps(cubes);

        Assert.True(wasTraining);
        Assert.All(untouched, variance => Assert.Equal(1, variance));
        Assert.Equal([2L, 16, d, h, w], maps.shape);
        Assert.Equal([2L, 1, voxelsD, voxelsH, voxelsW], decoder.call(maps).shape);
        Assert.Equal(SmallMethods.Values(maps.mean([2, 3, 4])), SmallMethods.Values(backbone.call(cubes)));
    }

    private static IEnumerable<float[]> Patches(float[] cube, int size, int patch) => Enumerable.Range(0, cube.Length)
        .GroupBy(i => (i / (size * size) / patch, i / size % size / patch, i % size / patch), i => cube[i])
        .Select(values => values.ToArray());
}
