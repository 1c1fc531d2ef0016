using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>libhdf5, opened once: its lock, its predefined types, its error messages.</summary>
internal static unsafe class Hdf5Library
{
    private const int WalkUpward = 0; // innermost error first

    private static readonly nint s_library = Open();

    private static readonly Lock s_lock = new();

    [ThreadStatic]
    private static bool t_isSilent;

    /// <summary>
    /// Held during every call into the library, which is not thread-safe in every build. Also keeps it from printing its
    /// errors, a setting that a thread-safe build (Debian's) has per thread.
    /// </summary>
    internal static Lock.Scope Enter()
    {
        Lock.Scope scope = s_lock.EnterScope();
        if (!t_isSilent)
        {
            _ = H5.H5Eset_auto2(H5.H5E_DEFAULT, null, null);
            t_isSilent = true;
        }

        return scope;
    }

    internal static long NativeByte { get; } = Type("H5T_NATIVE_UINT8_g");

    internal static long NativeUshort { get; } = Type("H5T_NATIVE_UINT16_g");

    internal static long NativeLong { get; } = Type("H5T_NATIVE_INT64_g");

    internal static long NativeFloat { get; } = Type("H5T_NATIVE_FLOAT_g");

    internal static long NativeDouble { get; } = Type("H5T_NATIVE_DOUBLE_g");

    internal static long LittleEndianByte { get; } = Type("H5T_STD_U8LE_g");

    internal static long LittleEndianUshort { get; } = Type("H5T_STD_U16LE_g");

    /// <summary>Class of the properties that a dataset is created with.</summary>
    internal static long DatasetCreation { get; } = Type("H5P_CLS_DATASET_CREATE_ID_g");

    internal static long CString { get; } = Type("H5T_C_S1_g");

    /// <summary>
    /// How files are opened: without HDF5's own locks. A child process that starts while a file is written inherits its lock and
    /// would keep readers out until it ends; who writes a folder is held by <see cref="FolderLock"/> instead. And forgetting what describes a
    /// dataset when it is closed: HDF5 would keep up to 32 MB a file of it, for as many files as there are bounding boxes.
    /// </summary>
    internal static long FileAccess { get; } = UnlockedAndForgetful();

    /// <summary>What HDF5 said about the last failure: its innermost message, e.g. "unable to open file: …".</summary>
    internal static string LastError()
    {
        string? text = null;
        GCHandle handle = GCHandle.Alloc(new StrongBox<string?>(null));
        try
        {
            H5.H5Ewalk2(H5.H5E_DEFAULT, WalkUpward, &TakeFirst, (void*)GCHandle.ToIntPtr(handle));
            text = ((StrongBox<string?>)handle.Target!).Value;
        }
        finally
        {
            handle.Free();
        }

        return text?.ReplaceLineEndings(" ") ?? "HDF5 gave no reason"; // a failed write names the time, with its line break
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TakeFirst(uint n, H5E_error2_t* error, void* data)
    {
        var box = (StrongBox<string?>)GCHandle.FromIntPtr((nint)data).Target!;
        box.Value ??= Marshal.PtrToStringUTF8((nint)error->desc);
        return 0;
    }

    private static nint Open()
    {
        nint library = NativeLibraries.Load(NativeLibraries.Hdf5);
        if (H5.H5open() < 0)
        {
            throw new EngineException("The HDF5 library could not be started; reinstall it (Debian: libhdf5-dev).");
        }

        return library;
    }

    private static long UnlockedAndForgetful()
    {
        long access = H5.H5Pcreate(Type("H5P_CLS_FILE_ACCESS_ID_g"));
        return access >= 0
            && H5.H5Pset_file_locking(access, use_file_locking: 0, ignore_when_disabled: 1) >= 0
            && H5.H5Pset_evict_on_close(access, evict_on_close: 1) >= 0 ? access : H5.H5P_DEFAULT;
    }

    // The predefined types are global variables of the library, filled by H5open.
    private static long Type(string variable) => *(long*)NativeLibrary.GetExport(s_library, variable);
}
