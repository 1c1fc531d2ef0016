using Microsoft.Win32.SafeHandles;

namespace SynapseLab.Engine.Data.Tiff;

/// <summary>Owns one TIFF* of libtiff; one thread at a time may use it.</summary>
internal sealed class TiffFileHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller.</summary>
    public TiffFileHandle()
        : base(ownsHandle: true)
    {
    }

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        LibTiff.TIFFClose(handle);
        return true;
    }
}
