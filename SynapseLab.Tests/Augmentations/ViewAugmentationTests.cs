using SynapseLab.Engine;
using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class ViewAugmentationTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Apply_SameSeed_GivesTheSameViewAndAnotherSeedAnother()
    {
        var cubes = Cubes();

        Assert.True(View(cubes, 5).equal(View(cubes, 5)));
        Assert.False(View(cubes, 5).equal(View(cubes, 6)));
    }

    [Fact]
    public void Apply_Masks_AreOnlyMoved()
    {
        var cubes = Cubes();
        var view = View(cubes, 7);

        for (int sample = 0; sample < 6; sample++)
        {
            for (int channel = 1; channel < 3; channel++)
            {
                float[] before = Channel(cubes, sample, channel);
                float[] after = Channel(view, sample, channel);
                Assert.Equal(before.Sum(), after.Sum());
                Assert.All(after, value => Assert.True(value is 0 or 1));
            }
        }
    }

    [Fact]
    public void Apply_GeometryOnly_MovesAllChannelsAlike()
    {
        using var random = new ViewRandomness(3, CPU);
        var channel = rand(4, 1, 6, 6, 6, generator: random.Voxels);
        var view = new ViewAugmentation(AugmentationPresets.Seed.Geometry, []).Apply(cat([channel, channel, channel], 1), random);

        Assert.True(view.narrow(1, 0, 1).equal(view.narrow(1, 2, 1)));
        Assert.False(view.narrow(1, 0, 1).equal(channel));
    }

    [Fact]
    public void Apply_Raw_StaysInRangeAndTheInputStaysAsItIs()
    {
        var cubes = Cubes();
        var copy = cubes.clone();
        var view = View(cubes, 9);

        Assert.InRange(view.min().ToDouble(), 0, 1);
        Assert.InRange(view.max().ToDouble(), 0, 1);
        Assert.True(cubes.equal(copy));
        Assert.Equal(cubes.shape, view.shape);
    }

    [Fact]
    public void Apply_OneChannel_Works() => Assert.Equal([2L, 1, 4, 4, 4], View(ones(2, 1, 4, 4, 4) * 0.5, 1).shape);

    [Fact]
    public void Find_UnknownName_NamesTheKnownOnes() =>
        Assert.Contains("seed", Assert.Throws<EngineException>(() => AugmentationPresets.Find("weak")).Message, StringComparison.Ordinal);

    private static Tensor View(Tensor cubes, long seed)
    {
        using var random = new ViewRandomness(seed, CPU);
        return AugmentationPresets.Seed.Apply(cubes, random);
    }

    /// <summary>(6, 3, 8, 8, 8): raw uniform, masks 0 or 1.</summary>
    private static Tensor Cubes()
    {
        using var generator = new Generator(1);
        var raw = rand(6, 1, 8, 8, 8, generator: generator);
        var masks = (rand(6, 2, 8, 8, 8, generator: generator) > 0.7).to(ScalarType.Float32);
        return cat([raw, masks], 1);
    }

    private static float[] Channel(Tensor cubes, int sample, int channel) => cubes.select(0, sample).select(0, channel).contiguous().data<float>().ToArray();
}
