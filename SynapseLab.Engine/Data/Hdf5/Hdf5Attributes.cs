using System.Runtime.InteropServices;
using System.Text;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>Attributes of a file or dataset: integers (int64), float and double arrays, UTF-8 strings.</summary>
internal static unsafe class Hdf5Attributes
{
    // Variable length, which h5py gives back as str; it gives a fixed-length string back as bytes.
    internal static void Write(Hdf5Object owner, string path, string name, string value)
    {
        using Hdf5Object type = StringType(path);
        using Hdf5Object space = Hdf5Object.Own(H5.H5Screate(H5.H5S_SCALAR), path, "write to", H5.H5Sclose);
        fixed (byte* text = Encoding.UTF8.GetBytes(value + "\0"))
        {
            Write<nint>(owner, path, name, type.Id, space, [(nint)text]);
        }
    }

    internal static void Write(Hdf5Object owner, string path, string name, long value)
    {
        using Hdf5Object space = Hdf5Object.Own(H5.H5Screate(H5.H5S_SCALAR), path, "write to", H5.H5Sclose);
        Write(owner, path, name, Hdf5Library.NativeLong, space, [value]);
    }

    internal static void Write(Hdf5Object owner, string path, string name, ReadOnlySpan<long> values) =>
        WriteArray(owner, path, name, Hdf5Library.NativeLong, values);

    internal static void Write(Hdf5Object owner, string path, string name, ReadOnlySpan<float> values) =>
        WriteArray(owner, path, name, Hdf5Library.NativeFloat, values);

    internal static void Write(Hdf5Object owner, string path, string name, ReadOnlySpan<double> values) =>
        WriteArray(owner, path, name, Hdf5Library.NativeDouble, values);

    internal static bool Exists(Hdf5Object owner, string path, string name)
    {
        int answer = H5.H5Aexists(owner.Id, name);
        Hdf5Object.Require(answer, path, $"look for the attribute {name} in");
        return answer > 0;
    }

    internal static string ReadString(Hdf5Object owner, string path, string name)
    {
        using Hdf5Object attribute = Open(owner, path, name);
        using Hdf5Object type = StringType(path);
        byte* text = null;
        Hdf5Object.Require(H5.H5Aread(attribute.Id, type.Id, &text), path, $"read the attribute {name} of");
        string value = Marshal.PtrToStringUTF8((nint)text) ?? "";
        _ = H5.H5free_memory(text);
        return value;
    }

    internal static long ReadLong(Hdf5Object owner, string path, string name) => ReadLongs(owner, path, name, 1)[0];

    internal static long[] ReadLongs(Hdf5Object owner, string path, string name, int count) =>
        Read<long>(owner, path, name, Hdf5Library.NativeLong, count);

    internal static float[] ReadFloats(Hdf5Object owner, string path, string name, int count) =>
        Read<float>(owner, path, name, Hdf5Library.NativeFloat, count);

    private static Hdf5Object StringType(string path)
    {
        Hdf5Object type = Hdf5Object.Own(H5.H5Tcopy(Hdf5Library.CString), path, "use", H5.H5Tclose);
        _ = H5.H5Tset_size(type.Id, H5.H5T_VARIABLE);
        _ = H5.H5Tset_cset(type.Id, H5.H5T_CSET_UTF8);
        return type;
    }

    private static void WriteArray<T>(Hdf5Object owner, string path, string name, long type, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        ulong length = (ulong)values.Length;
        using Hdf5Object space = Hdf5Object.Own(H5.H5Screate_simple(1, &length, null), path, "write to", H5.H5Sclose);
        Write(owner, path, name, type, space, values);
    }

    private static void Write<T>(Hdf5Object owner, string path, string name, long type, Hdf5Object space, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        long id = H5.H5Acreate2(owner.Id, name, type, space.Id, H5.H5P_DEFAULT, H5.H5P_DEFAULT);
        using Hdf5Object attribute = Hdf5Object.Own(id, path, $"create the attribute {name} in", H5.H5Aclose);
        fixed (T* buffer = values)
        {
            Hdf5Object.Require(H5.H5Awrite(attribute.Id, type, buffer), path, $"write the attribute {name} to");
        }
    }

    private static T[] Read<T>(Hdf5Object owner, string path, string name, long type, int count)
        where T : unmanaged
    {
        using Hdf5Object attribute = Open(owner, path, name);
        using Hdf5Object space = Hdf5Object.Own(H5.H5Aget_space(attribute.Id), path, $"read the attribute {name} of", H5.H5Sclose);
        long found = Hdf5Space.Dimensions(space).Aggregate(1L, (product, length) => product * length);
        if (found != count)
        {
            throw new Hdf5Exception($"The attribute {name} of {path} has {found} values, expected {count}; prepare the cubes again.");
        }

        var values = new T[count];
        fixed (T* buffer = values)
        {
            Hdf5Object.Require(H5.H5Aread(attribute.Id, type, buffer), path, $"read the attribute {name} of");
        }

        return values;
    }

    private static Hdf5Object Open(Hdf5Object owner, string path, string name) =>
        Hdf5Object.Own(H5.H5Aopen(owner.Id, name, H5.H5P_DEFAULT), path, $"find the attribute {name} in", H5.H5Aclose);
}
