using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SynapseLab.Engine.Data.Tiff;

/// <summary>
/// Takes libtiff's error messages, which it would print to stderr, and keeps the first one per thread: libtiff calls its
/// handler on the thread of the failing call. Warnings (unknown fields and the like) are dropped.
/// </summary>
internal static unsafe class LibTiffErrors
{
    private const int MaximumLength = 512;

    [ThreadStatic]
    private static string? t_first;

    static LibTiffErrors()
    {
        LibTiff.TIFFSetErrorHandler(&Keep);
        LibTiff.TIFFSetWarningHandler(null);
    }

    /// <summary>Forgets what was kept on this thread; also installs the handlers on first use.</summary>
    internal static void Clear() => t_first = null;

    /// <summary>The first message since <see cref="Clear"/> on this thread; null when there was none.</summary>
    internal static string? First => t_first;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Keep(byte* module, byte* format, void* arguments)
    {
        if (t_first is not null)
        {
            return;
        }

        byte* text = stackalloc byte[MaximumLength];
        int length = LibTiff.vsnprintf(text, MaximumLength, format, arguments);
        t_first = length < 0 ? "unknown error" : Encoding.UTF8.GetString(text, Math.Min(length, MaximumLength - 1));
    }
}
