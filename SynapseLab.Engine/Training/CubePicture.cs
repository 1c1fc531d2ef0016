using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Engine.Training;

/// <summary>
/// A cube and its two views side by side: columns cube, view 1, view 2; rows the planes through the centre, y·x, z·x and z·y.
/// Raw is grey, the other channels are tinted over it in the colours of the pages.
/// </summary>
internal static class CubePicture
{
    private const int Gap = 2; // black pixels between planes
    private const double Opacity = 0.4;

    /// <summary>Paints some cubes of the same shape.</summary>
    /// <param name="cubes">Each (C, s, s, s) in [0, 1]; one column each.</param>
    /// <param name="size">Edge s, in voxels.</param>
    /// <param name="recipe">Channel recipe, e.g. "raw+pre+cleft".</param>
    internal static PngImage Paint(IReadOnlyList<float[]> cubes, int size, string recipe)
    {
        var channels = ChannelRecipe.Parse(recipe).Channels;
        int width = (cubes.Count * (size + Gap)) - Gap;
        int height = (3 * (size + Gap)) - Gap;
        int samples = channels.Count == 1 ? 1 : 3;
        byte[] picture = new byte[height * width * samples];
        for (int column = 0; column < cubes.Count; column++)
        {
            for (int row = 0; row < 3; row++)
            {
                int corner = (row * (size + Gap) * width) + (column * (size + Gap));
                PaintPlane(cubes[column], size, channels, axis: row, (v, u, pixel) => pixel.CopyTo(picture, (corner + (v * width) + u) * samples));
            }
        }

        return new PngImage(width, height, picture);
    }

    /// <summary>One plane through the centre, perpendicular to an axis (0 z, 1 y, 2 x); <paramref name="put"/> gets row, column and the samples of a pixel.</summary>
    private static void PaintPlane(float[] cube, int size, IReadOnlyList<CubeChannel> channels, int axis, Action<int, int, byte[]> put)
    {
        int[] strides = [size * size, size, 1];
        int start = strides[axis] * (size / 2);
        int vStride = strides[axis == 0 ? 1 : 0];
        int uStride = strides[axis == 2 ? 1 : 2];
        for (int v = 0; v < size; v++)
        {
            for (int u = 0; u < size; u++)
            {
                put(v, u, Pixel(cube, start + (v * vStride) + (u * uStride), size * size * size, channels));
            }
        }
    }

    private static byte[] Pixel(float[] cube, int voxel, int channelLength, IReadOnlyList<CubeChannel> channels)
    {
        double[] colour = new double[channels.Count == 1 ? 1 : 3];
        for (int channel = 0; channel < channels.Count; channel++)
        {
            double value = Math.Clamp(cube[(channel * channelLength) + voxel], 0, 1);
            for (int i = 0; i < colour.Length; i++)
            {
                colour[i] = Tint(channels[channel]) is { } tint
                    ? (colour[i] * (1 - (value * Opacity))) + (tint[i] * value * Opacity)
                    : value * 255;
            }
        }

        return [.. colour.Select(sample => (byte)Math.Round(sample))];
    }

    /// <summary>Colour of a mask; null for raw.</summary>
    private static byte[]? Tint(CubeChannel channel) => channel switch
    {
        CubeChannel.Presynaptic => [40, 120, 255],
        CubeChannel.Cleft => [230, 40, 40],
        CubeChannel.Vesicle => [240, 228, 66],
        CubeChannel.Segmentation => [150, 150, 150],
        _ => null,
    };
}
