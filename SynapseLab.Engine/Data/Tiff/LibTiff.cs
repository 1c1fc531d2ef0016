using System.Runtime.InteropServices;

namespace SynapseLab.Engine.Data.Tiff;

/// <summary>
/// libtiff 4's C API, declared as in tiffio.h. tmsize_t is nint. TIFFGetField and TIFFSetField are variadic in C; with
/// integer and pointer arguments only, the x86-64 System V calling convention passes them exactly like a fixed parameter
/// list (AL, which counts vector registers, may hold anything: it only decides whether the callee saves them). On another
/// processor, e.g. Apple's arm64, that would not hold, and TIFFVGetField would be needed.
/// </summary>
internal static partial class LibTiff
{
    [LibraryImport(NativeLibraries.LibTiff, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial TiffFileHandle TIFFOpen(string filename, string mode);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial void TIFFClose(nint tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFReadDirectory(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFLastDirectory(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial ulong TIFFCurrentDirOffset(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFSetSubDirectory(TiffFileHandle tif, ulong diroff);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFIsTiled(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial uint TIFFNumberOfStrips(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial uint TIFFNumberOfTiles(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial ulong TIFFGetStrileOffset(TiffFileHandle tif, uint strile);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial ulong TIFFGetStrileByteCount(TiffFileHandle tif, uint strile);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial int TIFFGetField(TiffFileHandle tif, uint tag, void* value);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial int TIFFGetFieldDefaulted(TiffFileHandle tif, uint tag, void* value);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFSetField(TiffFileHandle tif, uint tag, int value);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial nint TIFFReadEncodedStrip(TiffFileHandle tif, uint strip, byte* buf, nint size);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial nint TIFFReadEncodedTile(TiffFileHandle tif, uint tile, byte* buf, nint size);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial nint TIFFWriteEncodedStrip(TiffFileHandle tif, uint strip, byte* data, nint cc);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static partial int TIFFWriteDirectory(TiffFileHandle tif);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial void* TIFFSetErrorHandler(delegate* unmanaged[Cdecl]<byte*, byte*, void*, void> handler);

    [LibraryImport(NativeLibraries.LibTiff)]
    internal static unsafe partial void* TIFFSetWarningHandler(delegate* unmanaged[Cdecl]<byte*, byte*, void*, void> handler);

    [LibraryImport(NativeLibraries.LibC)]
    internal static unsafe partial int vsnprintf(byte* s, nuint n, byte* format, void* ap);
}
