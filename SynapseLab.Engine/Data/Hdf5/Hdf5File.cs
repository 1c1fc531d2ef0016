using System.Runtime.InteropServices;
using System.Text;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>One open HDF5 file. Every call must happen under <see cref="Hdf5Library.Enter"/>.</summary>
internal sealed unsafe class Hdf5File : IDisposable
{
    private Hdf5File(Hdf5Object root, string path) => (Root, Path) = (root, path);

    /// <summary>The file as owner of attributes and datasets.</summary>
    internal Hdf5Object Root { get; }

    /// <summary>Where it lies.</summary>
    internal string Path { get; }

    /// <summary>Creates a file, replacing one of that name.</summary>
    internal static Hdf5File Create(string path)
    {
        _ = Hdf5Library.NativeByte; // opens the library
        return new Hdf5File(Hdf5Object.Own(H5.H5Fcreate(path, H5.H5F_ACC_TRUNC, H5.H5P_DEFAULT, Hdf5Library.FileAccess), path, "create", H5.H5Fclose), path);
    }

    /// <summary>Opens a file for reading.</summary>
    internal static Hdf5File Open(string path)
    {
        _ = Hdf5Library.NativeByte; // opens the library
        return new Hdf5File(Hdf5Object.Own(H5.H5Fopen(path, H5.H5F_ACC_RDONLY, Hdf5Library.FileAccess), path, "open", H5.H5Fclose), path);
    }

    /// <summary>Names in the root group, in HDF5's order (by byte).</summary>
    internal List<string> Names()
    {
        H5G_info_t info;
        Hdf5Object.Require(H5.H5Gget_info(Root.Id, &info), Path, "list");
        var names = new List<string>();
        byte[] buffer = new byte[1024];
        fixed (byte* name = buffer)
        {
            for (ulong i = 0; i < info.nlinks; i++)
            {
                nint length = H5.H5Lget_name_by_idx(Root.Id, ".", 0, 0, i, name, (nuint)buffer.Length, H5.H5P_DEFAULT);
                Hdf5Object.Require(length, Path, "list");
                names.Add(Encoding.UTF8.GetString(name, (int)Math.Min(length, buffer.Length - 1)));
            }
        }

        return names;
    }

    /// <summary>
    /// Creates a dataset and writes all of it, contiguously and uncompressed: raw EM hardly packs, and one random cube is
    /// then one read of its own bytes.
    /// </summary>
    internal Hdf5Object CreateDataset(string name, ReadOnlySpan<ulong> shape, ReadOnlySpan<ushort> values, bool asBytes)
    {
        long type = asBytes ? Hdf5Library.LittleEndianByte : Hdf5Library.LittleEndianUshort;
        fixed (ulong* dimensions = shape)
        fixed (ushort* buffer = values)
        {
            using Hdf5Object space = Hdf5Object.Own(H5.H5Screate_simple(shape.Length, dimensions, null), Path, "write to", H5.H5Sclose);
            long id = H5.H5Dcreate2(Root.Id, name, type, space.Id, H5.H5P_DEFAULT, H5.H5P_DEFAULT, H5.H5P_DEFAULT);
            Hdf5Object dataset = Hdf5Object.Own(id, Path, $"create the dataset {name} in", H5.H5Dclose);
            int status = H5.H5Dwrite(dataset.Id, Hdf5Library.NativeUshort, H5.H5S_ALL, H5.H5S_ALL, H5.H5P_DEFAULT, buffer);
            if (status < 0)
            {
                using (dataset)
                {
                    Hdf5Object.Require(status, Path, $"write the dataset {name} to");
                }
            }

            return dataset;
        }
    }

    /// <summary>How many pieces of the file's structure HDF5 keeps in memory: one or more for each dataset that it remembers.</summary>
    internal int CachedPieces()
    {
        int count;
        Hdf5Object.Require(H5.H5Fget_mdc_size(Root.Id, null, null, null, &count), Path, "look into");
        return count;
    }

    /// <summary>Opens a dataset.</summary>
    internal Hdf5Object OpenDataset(string name) =>
        Hdf5Object.Own(H5.H5Dopen2(Root.Id, name, H5.H5P_DEFAULT), Path, $"open the dataset {name} in", H5.H5Dclose);

    /// <summary>Axes of a dataset and bytes of one stored value.</summary>
    internal (long[] Shape, int ValueBytes) Describe(Hdf5Object dataset)
    {
        using Hdf5Object space = Hdf5Object.Own(H5.H5Dget_space(dataset.Id), Path, "read", H5.H5Sclose);
        using Hdf5Object type = Hdf5Object.Own(H5.H5Dget_type(dataset.Id), Path, "read", H5.H5Tclose);
        return (Hdf5Space.Dimensions(space), (int)H5.H5Tget_size(type.Id));
    }

    /// <summary>Reads a whole dataset as byte or ushort.</summary>
    internal void Read<T>(Hdf5Object dataset, Span<T> destination)
        where T : unmanaged
    {
        long type = typeof(T) == typeof(byte) ? Hdf5Library.NativeByte : Hdf5Library.NativeUshort;
        fixed (T* buffer = &MemoryMarshal.GetReference(destination))
        {
            int status = H5.H5Dread(dataset.Id, type, H5.H5S_ALL, H5.H5S_ALL, H5.H5P_DEFAULT, buffer);
            Hdf5Object.Require(status, Path, "read a cube of");
        }
    }

    /// <summary>Closes a written file and throws when its last bytes could not be written.</summary>
    internal void Close() => Root.Close();

    /// <inheritdoc />
    public void Dispose() => Root.Dispose();
}
