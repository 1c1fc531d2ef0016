using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform draws from [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_rand(
            size, size.Length, type, kind, index, GeneratorHandle.Of(generator), requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Draws from N(0, 1).</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        (int type, int kind, int index) = Options(dtype, device);
        NativeMethods.SLTensor_randn(
            size, size.Length, type, kind, index, GeneratorHandle.Of(generator), requires_grad ? 1 : 0, out TensorHandle result).ThrowIfFailed();
        return new Tensor(result);
    }

    /// <summary>Whole numbers from [low, high); Int64 by default.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        (int type, int kind, int index) = Options(dtype ?? ScalarType.Int64, device);
        NativeMethods.SLTensor_randint(low, high, size, size.Length, type, kind, index, GeneratorHandle.Of(generator), out TensorHandle result).ThrowIfFailed();
        var tensor = new Tensor(result);
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>Whole numbers from [0, high); Int64 by default.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
        => randint(0, high, size, dtype, device, requires_grad, generator);

    /// <summary>0 … n − 1 in random order; Int64 by default.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        (int type, int kind, int index) = Options(dtype ?? ScalarType.Int64, device);
        NativeMethods.SLTensor_randperm(n, type, kind, index, GeneratorHandle.Of(generator), out TensorHandle result).ThrowIfFailed();
        var tensor = new Tensor(result);
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    /// <summary>1 with the probability that the element gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);
}
