namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>Dataspaces.</summary>
internal static unsafe class Hdf5Space
{
    /// <summary>Lengths of the axes, slowest first; empty for a scalar.</summary>
    internal static long[] Dimensions(Hdf5Object space)
    {
        int rank = Math.Max(0, H5.H5Sget_simple_extent_ndims(space.Id));
        var lengths = new ulong[rank];
        fixed (ulong* buffer = lengths)
        {
            _ = H5.H5Sget_simple_extent_dims(space.Id, buffer, null);
        }

        return [.. lengths.Select(length => (long)length)];
    }
}
