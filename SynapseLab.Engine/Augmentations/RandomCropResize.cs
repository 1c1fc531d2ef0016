using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Enlarges a smaller cube out of each sample to full size, with a probability.</summary>
/// <param name="Probability">0 … 1.</param>
/// <param name="LowFraction">Least side of the crop as a fraction of the cube's, above 0.</param>
/// <param name="HighFraction">Greatest side, up to 1; sides are rounded to whole voxels.</param>
public sealed record RandomCropResize(double Probability, double LowFraction, double HighFraction) : IGeometryTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        (int count, int size) = ((int)cubes.shape[0], (int)cubes.shape[2]);
        bool[] applies = Draws.Chance(count, Probability, random.Decisions);
        float[] fractions = Draws.Uniform(count, LowFraction, HighFraction, random.Decisions);
        float[] places = Draws.Uniform(count * Axes, 0, 1, random.Decisions); // (N, 3): z, y, x
        using var cropped = Crop(cubes, [.. fractions.Zip(places.Chunk(Axes), (fraction, place) => CropWindow.At(size, fraction, place))]);
        return Draws.Select(applies, cropped, cubes);
    }

    /// <summary>Window i of sample i at full size: raw trilinear, masks nearest; nothing outside of the window is seen.</summary>
    internal static Tensor Crop(Tensor cubes, IReadOnlyList<CropWindow> windows)
    {
        using var scope = NewDisposeScope();
        int size = (int)cubes.shape[2];
        var grid = Resampling.Grid(cubes, [.. windows.Select(window => window.Map(size))]); // (N, s, s, s, 3)
        var first = Places(windows.Select(window => window.FirstVoxel(size)));
        var last = Places(windows.Select(window => window.LastVoxel(size)));
        var inside = grid.maximum(first).minimum(last);
        return Resampling.Read(cubes, inside, GridSamplePaddingMode.Border).MoveToOuterDisposeScope();

        Tensor Places(IEnumerable<float[]> places) => tensor([.. places.SelectMany(place => place)], [windows.Count, 1, 1, 1, Axes], device: cubes.device);
    }
}
