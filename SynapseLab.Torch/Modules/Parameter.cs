using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that training changes. No scope disposes it; its module does.</summary>
public class Parameter : Tensor
{
    /// <summary>A parameter that takes over a tensor; as in TorchSharp, the tensor cannot be used afterwards.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Share(data))
    {
        data.Dispose();
        OwningScope?.Detach<Tensor>(this);
        requires_grad_(requires_grad);
    }

    private static TensorHandle Share(Tensor data)
    {
        NativeMethods.SLAutograd_detach(data.Handle, out TensorHandle result).ThrowIfFailed("Parameter");
        return result;
    }
}
