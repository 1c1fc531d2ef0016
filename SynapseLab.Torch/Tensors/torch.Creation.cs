using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>All 0. Element type float32 and the CPU by default.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_zeros(size, size.Length, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>All 1. Element type float32 and the CPU by default.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_ones(size, size.Length, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Whatever the memory held. Element type float32 and the CPU by default.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_empty(size, size.Length, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>All of one value. Element type float32 and the CPU by default.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_full(size, size.Length, value.Native, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>start, start + step, … up to, not including, stop. Element type Int64 for whole numbers, else float32.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        bool isWhole = start.Native.Kind != NativeScalarKind.Real && stop.Native.Kind != NativeScalarKind.Real && step.Native.Kind != NativeScalarKind.Real;
        (int type, int kind, int index) = Options(dtype ?? (isWhole ? ScalarType.Int64 : ScalarType.Float32), device);
        NativeMethods.SLTensor_arange(start.Native, stop.Native, step.Native, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>start, start + 1, … up to, not including, stop.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>0, 1, … up to, not including, stop.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced numbers from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_linspace(start, end, steps, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>1 on the diagonal, 0 elsewhere; square unless columns is given.</summary>
    public static Tensor eye(long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_eye(rows, columns < 0 ? rows : columns, type, kind, index, requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    internal static (int Dtype, int DeviceType, int DeviceIndex) Options(ScalarType? dtype, Device? device)
        => ((int)(dtype ?? ScalarType.Float32), (int)(device?.type ?? DeviceType.CPU), device?.index ?? -1);
}
