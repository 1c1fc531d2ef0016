namespace SynapseLab.Engine.Data.Cubes;

/// <summary>
/// Min-max scaling of a cube's raw voxels, kept in integers. Where the range fits, the stored integer is v − min and the
/// factor 1 / (max − min), which loses nothing. A masked cube stores v rescaled to the full range, so that grey 0.6 is
/// exact (153 / 255, 39321 / 65535) and v is right to half a step.
/// </summary>
internal sealed class RawScale
{
    private const double MaskedGrey = 0.6;

    private readonly uint _minimum;
    private readonly double _stretch; // stored steps per grey step; 1 stores v − min itself

    private RawScale(uint minimum, uint maximum, int limit, bool masked)
    {
        uint range = maximum - minimum;
        bool exact = range <= limit && !masked;
        _minimum = minimum;
        _stretch = exact ? 1 : range == 0 ? 0 : limit / (double)range;
        Factor = 1f / (exact ? Math.Max(1, range) : limit); // a constant cube stores 0 everywhere
        Grey = (ushort)Math.Round(MaskedGrey * limit);
    }

    /// <summary>Value of one stored step.</summary>
    internal float Factor { get; }

    /// <summary>Stored form of 0.6.</summary>
    internal ushort Grey { get; }

    /// <summary>Scaling over the real voxels of a cube.</summary>
    internal static RawScale Of(Block<uint> raw, Voxel origin, Shape3 shape, int rawBits, bool masked)
    {
        (uint minimum, uint maximum) = Range(raw, origin, shape);
        return new RawScale(minimum, maximum, rawBits == 8 ? byte.MaxValue : ushort.MaxValue, masked);
    }

    /// <summary>Least and greatest voxel of a part; (0, 0) for an empty one.</summary>
    internal static (uint Minimum, uint Maximum) Range(Block<uint> raw, Voxel origin, Shape3 shape)
    {
        uint minimum = uint.MaxValue, maximum = 0;
        for (int z = origin.Z; z < origin.Z + shape.Z; z++)
        {
            for (int y = origin.Y; y < origin.Y + shape.Y; y++)
            {
                foreach (uint v in raw.Row(z, y).Slice(origin.X - raw.Origin.X, shape.X))
                {
                    minimum = Math.Min(minimum, v);
                    maximum = Math.Max(maximum, v);
                }
            }
        }

        return (Math.Min(minimum, maximum), maximum);
    }

    /// <summary>Stored form of a raw voxel.</summary>
    internal ushort Store(uint voxel) =>
        _stretch == 1 ? (ushort)(voxel - _minimum) : (ushort)Math.Round((voxel - _minimum) * _stretch);
}
