namespace TorchSharp.Interop;

/// <summary>Mirrors ScalarKind in native/src/shim.h.</summary>
internal enum NativeScalarKind
{
    None = 0,
    Integer = 1,
    Real = 2,
    Bool = 3,
}
