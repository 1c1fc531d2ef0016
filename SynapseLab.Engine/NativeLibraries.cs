using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SynapseLab.Engine;

/// <summary>
/// Finds the system's C libraries behind the Engine's P/Invokes. A distribution names the same library by its ABI version
/// ("libtiff.so.6" on Debian 12, "libtiff.so.5" on Debian 11), so each is tried under several names.
/// </summary>
internal static class NativeLibraries
{
    internal const string LibTiff = "libtiff";
    internal const string Hdf5 = "libhdf5";
    internal const string LibC = "libc";

    private static readonly Dictionary<string, (string[] FileNames, string Package)> s_known = new()
    {
        [LibTiff] = (["libtiff.so.6", "libtiff.so.5", "libtiff.so"], "libtiff-dev"),
        [Hdf5] = (
            ["libhdf5_serial.so.103", "libhdf5_serial.so.310", "libhdf5_serial.so", "libhdf5.so.103", "libhdf5.so.310", "libhdf5.so"],
            "libhdf5-dev"),
        [LibC] = (["libc.so.6"], "libc6"),
    };

    /// <summary>Loads the first of <paramref name="fileNames"/> that the system has.</summary>
    /// <exception cref="EngineException">None is there; names the package that brings it.</exception>
    internal static nint Load(string name, IReadOnlyList<string> fileNames, string package)
    {
        foreach (string fileName in fileNames)
        {
            if (NativeLibrary.TryLoad(fileName, out nint library))
            {
                return library;
            }
        }

        throw new EngineException(
            $"The system library {name} is missing (tried {string.Join(", ", fileNames)}); install it, on Debian with 'apt-get install {package}'.");
    }

    /// <summary>Loads a library of the table by its name there.</summary>
    internal static nint Load(string name) => Load(name, s_known[name].FileNames, s_known[name].Package);

    // An assembly can have one resolver only, and it must stand before the first P/Invoke, whoever makes it.
#pragma warning disable CA2255 // a module initializer in a library: wanted here, see above
    [ModuleInitializer]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        s_known.ContainsKey(name) ? Load(name) : nint.Zero;
}
