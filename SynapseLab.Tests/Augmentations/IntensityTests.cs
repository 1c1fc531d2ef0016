using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class IntensityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(12, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Gamma_PerSample_IsExactAndItsInverseBringsTheValueBack()
    {
        var raw = Raw(2, 0.25f, 0.5f, -0.1f, 0.25f, 0.5f, 1.1f);

        AssertClose([0.0625f, 0.25f, 0, 0.5f, 0.70710678f, 1], RandomGamma.Power(raw, [2, 0.5f]));
        AssertClose([0.25f, 0.5f, 0, 0.25f, 0.5f, 1], RandomGamma.Power(RandomGamma.Power(raw, [2, 0.5f]), [0.5f, 2]));
    }

    [Fact]
    public void Contrast_PerSample_StretchesAboutTheMeanWhichStays()
    {
        var raw = Raw(2, 0.25f, 0.75f, 0.1f, 0.3f);
        var stretched = RandomContrast.Stretch(raw, [0.5f, 2]);

        AssertClose([0.375f, 0.625f, 0, 0.4f], stretched);
        AssertClose(Values(raw), RandomContrast.Stretch(stretched, [2, 0.5f]));
    }

    [Fact]
    public void Brightness_PerSample_IsExact() =>
        AssertClose([0.75f, 0.375f], RandomBrightness.Shift(Raw(2, 0.5f, 0.5f), [0.25f, -0.125f]));

    [Fact]
    public void SaltAndPepper_Lots_DecideEachVoxel()
    {
        var lots = Raw(2, 0, 0.049f, 0.05f, 0.949f, 0.951f, 0, 0.5f, 0.9999f, 0.3f, 0.1f);

        AssertClose([0, 0, 0.5f, 0.5f, 1, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f], RandomSaltAndPepper.Sprinkle(full([2, 1, 1, 1, 5], 0.5), lots, [0.1f, 0]));
    }

    [Fact]
    public void SaltAndPepper_ManyVoxels_HasItsShareHalfEach()
    {
        var view = new RandomSaltAndPepper(1, 0.1, 0.1).Apply(full([1, 1, 40, 40, 40], 0.5), _random);

        Assert.Equal(0.05, view.eq(0).to(ScalarType.Float32).mean().ToDouble(), 0.005);
        Assert.Equal(0.05, view.eq(1).to(ScalarType.Float32).mean().ToDouble(), 0.005);
    }

    [Fact]
    public void IntensityCurve_PerSample_IsSlopeTimesPowerPlusOffset() =>
        AssertClose([0.5625f, 0.25f, 1, 0], RandomIntensityCurve.Bend(Raw(2, 0.75f, 0.5f, 1, 0.05f), [1, 2], [2, 1], [0, -0.5f]));

    [Fact]
    public void IntensityCurve_PerSection_GivesEachZItsOwn()
    {
        var raw = full([1, 1, 3, 2, 2], 0.5);
        var bent = RandomIntensityCurve.Bend(raw, [1, 0.5f, 1], [1, 1, 2], [0.25f, 0, 0]);

        AssertClose([0.75f, 0.75f, 0.75f, 0.75f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f], bent);
    }

    [Fact]
    public void MultiplicativeNoise_PerSample_IsLogNormalOfMeanOne()
    {
        AssertClose(
            [0.5f * MathF.Exp(0.1f - 0.005f), 0.5f],
            RandomMultiplicativeNoise.Multiply(Raw(2, 0.5f, 0.5f), Raw(2, 1, 1), [0.1f, 0]));
        var noisy = new RandomMultiplicativeNoise(0.3, 0.3).Apply(ones(1, 1, 40, 40, 40), _random);
        Assert.Equal(1, noisy.mean().ToDouble(), 0.01);
        Assert.Equal(0.3, noisy.log().std().ToDouble(), 0.01);
    }

    [Fact]
    public void GainOffset_EachSample_HasOneOfEachFromItsDistribution()
    {
        var raw = cat([zeros(3000, 1, 1, 1, 1), ones(3000, 1, 1, 1, 1), full([3000, 1, 1, 1, 1], -2)], 4);
        var view = new RandomGainOffset(0.1, 0.2).Apply(raw, _random);
        var offset = view.narrow(4, 0, 1);
        var gain = view.narrow(4, 1, 1) - offset;

        Assert.True(view.narrow(4, 2, 1).allclose((gain * -2) + offset, 0, 1e-5));
        Assert.Equal(0, offset.mean().ToDouble(), 0.015);
        Assert.Equal(0.2, offset.std().ToDouble(), 0.01);
        Assert.Equal(1, gain.mean().ToDouble(), 0.01);
        Assert.Equal(0.1, gain.std().ToDouble(), 0.005);
    }

    private static Tensor Raw(int samples, params float[] values) => tensor(values, [samples, 1, 1, 1, values.Length / samples]);

    private static void AssertClose(float[] expected, Tensor actual) =>
        Assert.Equal(expected.Select(value => MathF.Round(value, 5)), Values(actual).Select(value => MathF.Round(value, 5)));

    private static float[] Values(Tensor x) => x.data<float>().ToArray();
}
