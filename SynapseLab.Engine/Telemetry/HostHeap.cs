using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Telemetry;

/// <summary>The C library's heap of this process, in which libtorch's tensors on the CPU lie.</summary>
internal static partial class HostHeap
{
    /// <summary>Gives memory that is free in the heap back to the system; does nothing where the C library cannot (all but glibc).</summary>
    internal static void Trim()
    {
        try
        {
            malloc_trim(0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            // Then the heap keeps it for its next tensors.
        }
    }

    /// <summary>https://man7.org/linux/man-pages/man3/malloc_trim.3.html</summary>
    [LibraryImport("libc")]
    private static partial int malloc_trim(nuint pad);
}
