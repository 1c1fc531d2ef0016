using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>One index of an indexing expression as it crosses the seam; mirrors IndexIn in native/src/tensor_index.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeIndex
{
    /// <summary>A bound of a slice that was left out.</summary>
    internal const long Unbounded = long.MinValue;

    internal NativeIndexKind Kind;
    internal int Reserved;
    internal long StartOrValue;
    internal long Stop;
    internal long Step;
    internal nint Tensor;
}
