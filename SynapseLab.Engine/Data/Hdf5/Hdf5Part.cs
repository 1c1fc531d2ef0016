using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>Parts of a dataset too large to hold: a box of indices is written or read. Every call under <see cref="Hdf5Library.Enter"/>.</summary>
internal static unsafe class Hdf5Part
{
    /// <summary>Creates a dataset of bytes or 16-bit integers, stored in chunks, uncompressed, and writes nothing yet.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="name">Its name in the root.</param>
    /// <param name="shape">Lengths of its axes, slowest first.</param>
    /// <param name="chunk">Lengths of a chunk's, none longer than the axis.</param>
    /// <param name="asBytes">Bytes instead of 16-bit integers.</param>
    internal static Hdf5Object CreateChunked(Hdf5File file, string name, ReadOnlySpan<ulong> shape, ReadOnlySpan<ulong> chunk, bool asBytes)
    {
        long type = asBytes ? Hdf5Library.LittleEndianByte : Hdf5Library.LittleEndianUshort;
        fixed (ulong* dimensions = shape, chunks = chunk)
        {
            using Hdf5Object space = Hdf5Object.Own(H5.H5Screate_simple(shape.Length, dimensions, null), file.Path, "write to", H5.H5Sclose);
            using Hdf5Object layout = Hdf5Object.Own(H5.H5Pcreate(Hdf5Library.DatasetCreation), file.Path, "write to", H5.H5Pclose);
            Hdf5Object.Require(H5.H5Pset_chunk(layout.Id, chunk.Length, chunks), file.Path, "set the chunks of");
            Hdf5Object.Require(H5.H5Pset_obj_track_times(layout.Id, 0), file.Path, "leave the time out of"); // the same volume is the same file
            long id = H5.H5Dcreate2(file.Root.Id, name, type, space.Id, H5.H5P_DEFAULT, layout.Id, H5.H5P_DEFAULT);
            return Hdf5Object.Own(id, file.Path, $"create the dataset {name} in", H5.H5Dclose);
        }
    }

    /// <summary>Writes 16-bit integers, which bytes are made of where the dataset holds bytes.</summary>
    internal static void Write(Hdf5File file, Hdf5Object dataset, ReadOnlySpan<ulong> start, ReadOnlySpan<ulong> count, ReadOnlySpan<ushort> values)
    {
        using Hdf5Object place = Select(file, dataset, start, count);
        using Hdf5Object memory = Flat(file, values.Length);
        fixed (ushort* buffer = values)
        {
            int status = H5.H5Dwrite(dataset.Id, Hdf5Library.NativeUshort, memory.Id, place.Id, H5.H5P_DEFAULT, buffer);
            Hdf5Object.Require(status, file.Path, "write a part of");
        }
    }

    /// <summary>Reads bytes or 16-bit integers.</summary>
    internal static void Read<T>(Hdf5File file, Hdf5Object dataset, ReadOnlySpan<ulong> start, ReadOnlySpan<ulong> count, Span<T> destination)
        where T : unmanaged
    {
        using Hdf5Object place = Select(file, dataset, start, count);
        using Hdf5Object memory = Flat(file, destination.Length);
        long type = typeof(T) == typeof(byte) ? Hdf5Library.NativeByte : Hdf5Library.NativeUshort;
        fixed (T* buffer = &MemoryMarshal.GetReference(destination))
        {
            int status = H5.H5Dread(dataset.Id, type, memory.Id, place.Id, H5.H5P_DEFAULT, buffer);
            Hdf5Object.Require(status, file.Path, "read a part of");
        }
    }

    private static Hdf5Object Select(Hdf5File file, Hdf5Object dataset, ReadOnlySpan<ulong> start, ReadOnlySpan<ulong> count)
    {
        Hdf5Object space = Hdf5Object.Own(H5.H5Dget_space(dataset.Id), file.Path, "read", H5.H5Sclose);
        fixed (ulong* from = start, lengths = count)
        {
            int status = H5.H5Sselect_hyperslab(space.Id, H5.H5S_SELECT_SET, from, null, lengths, null);
            if (status < 0)
            {
                using (space)
                {
                    Hdf5Object.Require(status, file.Path, "select a part of");
                }
            }

            return space;
        }
    }

    private static Hdf5Object Flat(Hdf5File file, int length)
    {
        ulong values = (ulong)length;
        return Hdf5Object.Own(H5.H5Screate_simple(1, &values, null), file.Path, "use", H5.H5Sclose);
    }
}
