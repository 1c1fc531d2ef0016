using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class TransformTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(11, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Flip_TinyCube_MovesExactVoxels()
    {
        var cubes = arange(8).to(ScalarType.Float32).reshape(1, 1, 2, 2, 2); // voxel (z, y, x) = 4z + 2y + x

        Assert.Equal([4, 5, 6, 7, 0, 1, 2, 3], Values(RandomFlip.Flip(cubes, [[true, false, false]])));
        Assert.Equal([2, 3, 0, 1, 6, 7, 4, 5], Values(RandomFlip.Flip(cubes, [[false, true, false]])));
        Assert.Equal([1, 0, 3, 2, 5, 4, 7, 6], Values(RandomFlip.Flip(cubes, [[false, false, true]])));
    }

    [Fact]
    public void Rotate_TinyCube_MovesExactVoxels()
    {
        var cubes = arange(8).to(ScalarType.Float32).reshape(1, 1, 2, 2, 2);

        // A quarter turn in (a, b) sends out[i, j] = in[j, n − 1 − i].
        Assert.Equal([1, 3, 0, 2, 5, 7, 4, 6], Values(RandomRotation90.Rotate(cubes, [[1, 0, 0]]))); // YX
        Assert.Equal([1, 5, 3, 7, 0, 4, 2, 6], Values(RandomRotation90.Rotate(cubes, [[0, 1, 0]]))); // ZX
        Assert.Equal([2, 3, 6, 7, 0, 1, 4, 5], Values(RandomRotation90.Rotate(cubes, [[0, 0, 1]]))); // ZY
    }

    [Fact]
    public void FlipAndRotate_DoneBackwards_GiveTheCubesBack()
    {
        var cubes = Cubes(3, 4);
        bool[][] flips = [[true, false, true], [false, false, false], [true, true, true]];
        int[][] turns = [[1, 0, 0], [0, 3, 0], [0, 0, 2]];
        int[][] back = [[3, 0, 0], [0, 1, 0], [0, 0, 2]];

        Assert.True(RandomFlip.Flip(RandomFlip.Flip(cubes, flips), flips).equal(cubes));
        Assert.True(RandomRotation90.Rotate(RandomRotation90.Rotate(cubes, turns), back).equal(cubes));
        Assert.False(RandomRotation90.Rotate(cubes, turns).equal(cubes));
    }

    [Fact]
    public void Flip_OfOneSample_LeavesTheOthers()
    {
        var cubes = Cubes(2, 4);
        var flipped = RandomFlip.Flip(cubes, [[true, false, false], [false, false, false]]);

        Assert.True(flipped.select(0, 1).equal(cubes.select(0, 1)));
        Assert.True(flipped.select(0, 0).equal(cubes.select(0, 0).flip(1)));
    }

    [Fact]
    public void Rotate_UnequalSides_Throws() =>
        Assert.Throws<ArgumentException>(() => RandomRotation90.Rotate(zeros(1, 1, 2, 3, 3), [[1, 0, 0]]));

    [Fact]
    public void ScaleShift_PerSample_IsExact()
    {
        var raw = tensor(new float[] { 0.5f, 0.25f }, [2, 1, 1, 1, 1]);

        Assert.Equal([0.5f, 0.625f], Values(RandomContrastBrightness.ScaleShift(raw, [1, 2], [0, 0.125f])));
    }

    [Fact]
    public void Noise_PerSample_HasItsSigmaAndZeroMean()
    {
        var noisy = RandomNoise.Add(zeros(2, 1, 20, 20, 20), [0, 0.05f], _random.Voxels);

        Assert.Equal(0, noisy.select(0, 0).abs().max().ToDouble());
        Assert.Equal(0.05, noisy.select(0, 1).std().ToDouble(), 0.002);
        Assert.Equal(0, noisy.select(0, 1).mean().ToDouble(), 0.002);
    }

    [Fact]
    public void Transforms_WithProbabilityZero_ChangeNothing()
    {
        var cubes = Cubes(4, 4);
        var raw = cubes.narrow(1, 0, 1);

        Assert.True(new RandomFlip(0).Apply(cubes, _random).equal(cubes));
        Assert.True(new RandomRotation90(0).Apply(cubes, _random).equal(cubes));
        Assert.True(new RandomNoise(0, 0.01, 0.05).Apply(raw, _random).equal(raw));
        Assert.True(new RandomContrastBrightness(0, 0.8, 1.2, 0.1).Apply(raw, _random).equal(raw));
    }

    [Fact]
    public void Draws_ManySamples_StayInRangeAndReachItsEnds()
    {
        int[] quarters = Draws.Integers(3000, 1, 3, _random.Decisions);
        float[] factors = Draws.Uniform(3000, 0.8, 1.2, _random.Decisions);
        double share = Draws.Chance(3000, 0.25, _random.Decisions).Count(coin => coin) / 3000.0;

        Assert.Equal([1, 2, 3], quarters.Distinct().Order());
        Assert.All(quarters.CountBy(quarter => quarter), count => Assert.InRange(count.Value, 900, 1100));
        Assert.InRange(factors.Min(), 0.8f, 0.802f);
        Assert.InRange(factors.Max(), 1.198f, 1.2f);
        Assert.Equal(0.25, share, 0.03);
    }

    private Tensor Cubes(int count, int size) => rand(count, 3, size, size, size, generator: _random.Voxels);

    private static float[] Values(Tensor x) => x.data<float>().ToArray();
}
