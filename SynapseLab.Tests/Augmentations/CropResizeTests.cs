using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class CropResizeTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(4, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Crop_Raw_IsTheWindowEnlargedByInterpolation()
    {
        var cubes = rand(2, 1, 10, 10, 10, generator: _random.Voxels);
        CropWindow[] windows = [new(7, 0, 2, 3), new(9, 1, 0, 1)];
        var crop = RandomCropResize.Crop(cubes, windows);

        for (int i = 0; i < windows.Length; i++)
        {
            var (side, z, y, x) = windows[i];
            var window = cubes.narrow(0, i, 1).narrow(2, z, side).narrow(3, y, side).narrow(4, x, side);
            var expected = nn.functional.interpolate(window, [10, 10, 10], mode: InterpolationMode.Trilinear, align_corners: false);
            Assert.True(crop.narrow(0, i, 1).allclose(expected, 0, 1e-5));
        }
    }

    [Fact]
    public void Crop_Masks_DoubleTheWindowsVoxels()
    {
        var masks = (rand(1, 2, 4, 4, 4, generator: _random.Voxels) > 0.5).to(ScalarType.Float32);
        var crop = RandomCropResize.Crop(cat([zeros(1, 1, 4, 4, 4), masks], 1), [new(2, 1, 0, 2)]).narrow(1, 1, 2);

        for (int voxel = 0; voxel < 64; voxel++)
        {
            (int z, int y, int x) = (voxel / 16, voxel / 4 % 4, voxel % 4);
            Assert.Equal(masks[0, 1, 1 + (z / 2), y / 2, 2 + (x / 2)].ToDouble(), crop[0, 1, z, y, x].ToDouble());
        }
    }

    [Fact]
    public void Apply_WholeCubeOrProbabilityZero_ChangesNothing()
    {
        var cubes = rand(3, 2, 6, 6, 6, generator: _random.Voxels);

        Assert.True(new RandomCropResize(1, 1, 1).Apply(cubes, _random).allclose(cubes, 0, 1e-5));
        Assert.True(new RandomCropResize(0, 0.5, 0.6).Apply(cubes, _random).equal(cubes));
        Assert.False(new RandomCropResize(1, 0.5, 0.6).Apply(cubes, _random).allclose(cubes, 0, 1e-5));
    }

    [Fact]
    public void At_Extremes_StaysInTheCube()
    {
        Assert.Equal(new CropWindow(64, 0, 0, 0), CropWindow.At(80, 0.8f, [0, 0, 0]));
        Assert.Equal(new CropWindow(64, 16, 16, 16), CropWindow.At(80, 0.8f, [0.99999994f, 0.99999994f, 0.99999994f]));
        Assert.Equal(new CropWindow(80, 0, 0, 0), CropWindow.At(80, 1, [0.99999994f, 0.5f, 0]));
    }
}
