using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>
/// The part of HDF5's C API that is used here, declared as in hdf5.h (1.10 and later): hid_t is long, herr_t int, hsize_t
/// ulong. Not every build of the library is thread-safe: every call happens under <see cref="Hdf5Library.Enter"/>.
/// </summary>
internal static unsafe partial class H5
{
    internal const uint H5F_ACC_RDONLY = 0;
    internal const uint H5F_ACC_TRUNC = 2;
    internal const long H5P_DEFAULT = 0;
    internal const long H5S_ALL = 0;
    internal const int H5S_SCALAR = 0;
    internal const int H5S_SELECT_SET = 0;
    internal const long H5E_DEFAULT = 0;
    internal const int H5T_CSET_UTF8 = 1;
    internal static readonly nuint H5T_VARIABLE = nuint.MaxValue;

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5open();

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Eset_auto2(long estack_id, void* func, void* client_data);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Ewalk2(
        long err_stack, int direction, delegate* unmanaged[Cdecl]<uint, H5E_error2_t*, void*, int> func, void* client_data);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Pcreate(long cls_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Pset_chunk(long plist_id, int ndims, ulong* dim);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Pset_obj_track_times(long plist_id, byte track_times);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Pclose(long plist_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Pset_file_locking(long fapl_id, byte use_file_locking, byte ignore_when_disabled);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Pset_evict_on_close(long fapl_id, byte evict_on_close);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Fcreate(string filename, uint flags, long fcpl_id, long fapl_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Fopen(string filename, uint flags, long fapl_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Fclose(long file_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Fget_mdc_size(long file_id, nuint* max_size, nuint* min_clean_size, nuint* cur_size, int* cur_num_entries);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Gget_info(long loc_id, H5G_info_t* ginfo);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint H5Lget_name_by_idx(
        long loc_id, string group_name, int idx_type, int order, ulong n, byte* name, nuint size, long lapl_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Screate(int type);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Screate_simple(int rank, ulong* dims, ulong* maxdims);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Sget_simple_extent_ndims(long space_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Sget_simple_extent_dims(long space_id, ulong* dims, ulong* maxdims);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Sselect_hyperslab(long space_id, int op, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Sclose(long space_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Dcreate2(long loc_id, string name, long type_id, long space_id, long lcpl_id, long dcpl_id, long dapl_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Dopen2(long loc_id, string name, long dapl_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Dget_space(long dset_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Dget_type(long dset_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Dread(long dset_id, long mem_type_id, long mem_space_id, long file_space_id, long dxpl_id, void* buf);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Dwrite(long dset_id, long mem_type_id, long mem_space_id, long file_space_id, long dxpl_id, void* buf);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Dclose(long dset_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Acreate2(long loc_id, string attr_name, long type_id, long space_id, long acpl_id, long aapl_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial long H5Aopen(long obj_id, string attr_name, long aapl_id);

    [LibraryImport(NativeLibraries.Hdf5, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int H5Aexists(long obj_id, string attr_name);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Aget_space(long attr_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Aread(long attr_id, long type_id, void* buf);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Awrite(long attr_id, long type_id, void* buf);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Aclose(long attr_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial long H5Tcopy(long type_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Tset_size(long type_id, nuint size);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Tset_cset(long type_id, int cset);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial nuint H5Tget_size(long type_id);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5free_memory(void* mem);

    [LibraryImport(NativeLibraries.Hdf5)]
    internal static partial int H5Tclose(long type_id);
}

/// <summary>H5E_error2_t: one entry of the error stack.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct H5E_error2_t
{
    internal long cls_id;
    internal long maj_num;
    internal long min_num;
    internal uint line;
    internal byte* func_name;
    internal byte* file_name;
    internal byte* desc;
}

/// <summary>H5G_info_t: what a group holds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct H5G_info_t
{
    internal int storage_type;
    internal ulong nlinks;
    internal long max_corder;
    internal int mounted;
}
