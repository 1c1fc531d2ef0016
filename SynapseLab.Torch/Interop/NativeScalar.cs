using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>A number as it crosses the seam; mirrors ScalarIn in native/src/shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeScalar
{
    private readonly NativeScalarKind _kind;
    private readonly int _reserved;
    private readonly long _integer;
    private readonly double _real;

    private NativeScalar(NativeScalarKind kind, long integer, double real)
    {
        _kind = kind;
        _reserved = 0;
        _integer = integer;
        _real = real;
    }

    /// <summary>No number where the shim allows none.</summary>
    internal static NativeScalar None => default;

    internal static NativeScalar One => From(1L);

    internal NativeScalarKind Kind => _kind;

    internal long Integer => _integer;

    internal double Real => _kind == NativeScalarKind.Real ? _real : _integer;

    internal static NativeScalar From(long value) => new(NativeScalarKind.Integer, value, 0);

    internal static NativeScalar From(double value) => new(NativeScalarKind.Real, 0, value);

    internal static NativeScalar From(bool value) => new(NativeScalarKind.Bool, value ? 1 : 0, 0);
}
