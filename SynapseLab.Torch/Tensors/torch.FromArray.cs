using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of a .NET array of any rank; the shape is the array's.</summary>
    /// <exception cref="ArgumentException">The elements have no counterpart in libtorch.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        long[] shape = [.. Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength)];
        return rawArray.GetType().GetElementType() switch
        {
            Type t when t == typeof(byte) => FromRanked<byte>(rawArray, shape, dtype, device, requires_grad),
            Type t when t == typeof(int) => FromRanked<int>(rawArray, shape, dtype, device, requires_grad),
            Type t when t == typeof(long) => FromRanked<long>(rawArray, shape, dtype, device, requires_grad),
            Type t when t == typeof(float) => FromRanked<float>(rawArray, shape, dtype, device, requires_grad),
            Type t when t == typeof(double) => FromRanked<double>(rawArray, shape, dtype, device, requires_grad),
            Type t when t == typeof(bool) => FromRanked<bool>(rawArray, shape, dtype, device, requires_grad),
            Type t => throw new ArgumentException($"A tensor cannot be made from an array of {t}; byte, int, long, float, double and bool are possible."),
            null => throw new ArgumentException("The array has no element type."),
        };
    }

    private static Tensor FromRanked<T>(Array array, long[] shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        Span<T> elements = MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
        return FromSpan<T>(elements, shape, dtype, device, requiresGrad);
    }

    private static Tensor FromArray<T>(T[] elements, long[] shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
        => FromSpan<T>(elements, shape, dtype, device, requiresGrad);

    private static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> elements, long[] shape, ScalarType? dtype, Device? device, bool requiresGrad)
        where T : unmanaged
    {
        ScalarType own = ScalarTypeOf<T>();
        Tensor result;
        fixed (T* source = elements)
        {
            NativeMethods.SLTensor_from_memory(
                source, (long)elements.Length * sizeof(T), shape, shape.Length, (int)own, out TensorHandle handle).ThrowIfFailed("tensor");
            result = new Tensor(handle);
        }

        if ((dtype ?? own) != own || device is { type: not DeviceType.CPU })
        {
            // Not blocking: CUDA has read this memory, which is not pinned, when the call returns; nothing waits for the device's other work.
            result = result.Convert(dtype, device, copy: false, disposeAfter: true, nonBlocking: true);
        }

        return requiresGrad ? result.requires_grad_() : result;
    }
}
