using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Finds libsynapse_torch.so, checks its ABI version, and explains causes and cures when it cannot be had.</summary>
internal static class NativeLibraryLoader
{
    private const string FileName = "libsynapse_torch.so";

    // SYNAPSE_TORCH_NATIVE: a file, or the folder that holds libsynapse_torch.so.
    private const string OverrideVariable = "SYNAPSE_TORCH_NATIVE";

    private static readonly Lazy<nint> s_library = new(Load);

    static NativeLibraryLoader() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);

    /// <summary>Loads the library now.</summary>
    /// <exception cref="DllNotFoundException">It is missing, cannot be loaded, or belongs to another version; the text lists causes and cures.</exception>
    internal static nint Library => s_library.Value;

    /// <summary>Where the library is looked for, best first.</summary>
    internal static IReadOnlyList<string> Candidates(string? overridePath, string baseDirectory)
        => string.IsNullOrEmpty(overridePath)
            ? [Path.Combine(baseDirectory, FileName)]
            : [Directory.Exists(overridePath) ? Path.Combine(overridePath, FileName) : overridePath];

    internal static string Explain(IReadOnlyList<string> looked, string reason) => $"""
        libtorch could not be loaded: {reason}
        Looked for: {string.Join(", ", looked)}
        Causes and cures:
          - libtorch or CMake was missing when the project was built, so the shim was not compiled.
            Debian: apt-get install libtorch-dev libgloo-dev libopenblas0-pthread cmake g++; then build again.
          - libtorch lies elsewhere (a zip from pytorch.org, a Python wheel): set CMAKE_PREFIX_PATH (for a wheel the output of
            python3 -c "import torch; print(torch.utils.cmake_prefix_path)") or Torch_DIR, and build again.
          - The shim was compiled against another libtorch than the one installed now: delete SynapseLab.Torch/native/build and build again.
          - The shim lies elsewhere: set {OverrideVariable} to it, or to its folder.
        """;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
        => name == NativeMethods.Library ? Library : 0;

    private static nint Load()
    {
        IReadOnlyList<string> candidates = Candidates(Environment.GetEnvironmentVariable(OverrideVariable), AppContext.BaseDirectory);
        string reason = "the file does not exist";
        foreach (string candidate in candidates.Where(File.Exists))
        {
            try
            {
                nint library = NativeLibrary.Load(candidate);
                RequireAbiVersion(library, candidates);
                return library;
            }
            catch (DllNotFoundException e)
            {
                // dlopen's text names the missing dependency, for instance libtorch_cpu.so.
                reason = e.Message;
            }
        }

        throw new DllNotFoundException(Explain(candidates, reason));
    }

    private static unsafe void RequireAbiVersion(nint library, IReadOnlyList<string> candidates)
    {
        int version = 0;
        if (NativeLibrary.TryGetExport(library, nameof(NativeMethods.SLRuntime_abi_version), out nint export))
        {
            _ = ((delegate* unmanaged<int*, int>)export)(&version);
        }

        if (version != NativeMethods.AbiVersion)
        {
            throw new DllNotFoundException(Explain(
                candidates, $"the shim has ABI version {version}, this program needs {NativeMethods.AbiVersion}; it was built from another revision"));
        }
    }
}
