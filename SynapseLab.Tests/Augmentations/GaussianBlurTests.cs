using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class GaussianBlurTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(13, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Blur_PerSample_EqualsTheNaiveSum()
    {
        var raw = rand(2, 1, 4, 5, 6, generator: _random.Voxels);
        float[] sigmas = [0.4f, 0.8f];
        var blurred = GaussianBlur.Blur(raw, sigmas);

        for (int sample = 0; sample < 2; sample++)
        {
            foreach ((int z, int y, int x) in ((int, int, int)[])[(0, 0, 0), (2, 2, 3), (3, 4, 5), (1, 0, 4)])
            {
                Assert.Equal(NaiveBlur(raw.select(0, sample), sigmas[sample], z, y, x), blurred[sample, 0, z, y, x].ToDouble(), 1e-5);
            }
        }
    }

    [Fact]
    public void Blur_SigmaZero_ChangesNothingAndAConstantStays()
    {
        var raw = rand(2, 1, 5, 5, 5, generator: _random.Voxels);

        Assert.True(GaussianBlur.Blur(raw, [0, 0]).equal(raw));
        Assert.True(GaussianBlur.Blur(full([1, 1, 5, 5, 5], 0.7), [1.3f]).allclose(full([1, 1, 5, 5, 5], 0.7), 0, 1e-5));
    }

    [Fact]
    public void Blur_OfOneSample_DoesNotDependOnItsNeighbours()
    {
        var raw = rand(2, 1, 8, 8, 8, generator: _random.Voxels);
        var together = GaussianBlur.Blur(raw, [1, 2]);

        Assert.True(together.narrow(0, 0, 1).allclose(GaussianBlur.Blur(raw.narrow(0, 0, 1), [1]), 0, 1e-6));
    }

    [Fact]
    public void Apply_ProbabilityZero_ChangesNothing()
    {
        var raw = rand(2, 1, 5, 5, 5, generator: _random.Voxels);

        Assert.True(new RandomBlur(0, 0, 1).Apply(raw, _random).equal(raw));
        Assert.True(new RandomBlurOfChoice(0, [0.5]).Apply(raw, _random).equal(raw));
        Assert.True(new RandomBlurOfChoice(1, [0.5]).Apply(raw, _random).equal(GaussianBlur.Blur(raw, [0.5f, 0.5f])));
        Assert.False(new RandomBlur(1, 0.5, 1).Apply(raw, _random).equal(raw));
    }

    /// <summary>Triple sum over all offsets within three σ, the edge voxel standing for what is outside.</summary>
    private static double NaiveBlur(Tensor raw, double sigma, int z, int y, int x)
    {
        int reach = (int)Math.Ceiling(3 * sigma);
        (double sum, double weights) = (0, 0);
        for (int dz = -reach; dz <= reach; dz++)
        {
            for (int dy = -reach; dy <= reach; dy++)
            {
                for (int dx = -reach; dx <= reach; dx++)
                {
                    double weight = Math.Exp(-((dz * dz) + (dy * dy) + (dx * dx)) / (2 * sigma * sigma));
                    weights += weight;
                    sum += weight * raw[0, Math.Clamp(z + dz, 0, 3), Math.Clamp(y + dy, 0, 4), Math.Clamp(x + dx, 0, 5)].ToDouble();
                }
            }
        }

        return sum / weights;
    }
}
