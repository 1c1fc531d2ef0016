namespace TorchSharp.Interop;

/// <summary>Mirrors IndexKind in native/src/tensor_index.cpp.</summary>
internal enum NativeIndexKind
{
    NewAxis = 0,
    Ellipsis = 1,
    Single = 2,
    Boolean = 3,
    Slice = 4,
    Tensor = 5,
}
