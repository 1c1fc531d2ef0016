using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>All 0, with shape and device of another tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        NativeMethods.SLTensor_zeros_like(input.Handle, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
        return Finish(result, device, requires_grad);
    }

    /// <summary>All 1, with shape and device of another tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        NativeMethods.SLTensor_ones_like(input.Handle, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
        return Finish(result, device, requires_grad);
    }

    /// <summary>Whatever the memory held, with shape and device of another tensor.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        NativeMethods.SLTensor_empty_like(input.Handle, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
        return Finish(result, device, requires_grad);
    }

    /// <summary>Uniform draws from [0, 1) of the device's default generator, with shape and device of another tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        NativeMethods.SLTensor_rand_like(input.Handle, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
        return Finish(result, device, requires_grad);
    }

    /// <summary>Draws from N(0, 1) of the device's default generator, with shape and device of another tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        NativeMethods.SLTensor_randn_like(input.Handle, dtype.ToNative(), out TensorHandle result).ThrowIfFailed();
        return Finish(result, device, requires_grad);
    }

    /// <summary>All of one value, with shape, type and device of another tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => empty_like(input, dtype, device).fill_(value).requires_grad_(requires_grad);

    private static Tensor Finish(TensorHandle handle, Device? device, bool requiresGrad)
    {
        var result = new Tensor(handle);
        if (device is not null && !device.Equals(result.device))
        {
            result = result.Convert(null, device, copy: false, disposeAfter: true, nonBlocking: false);
        }

        return requiresGrad ? result.requires_grad_() : result;
    }
}
