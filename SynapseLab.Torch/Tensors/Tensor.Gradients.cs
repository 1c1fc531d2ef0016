using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Recording and reading gradients.
    public partial class Tensor
    {
        /// <summary>Whether gradients are recorded.</summary>
        public bool requires_grad
        {
            get
            {
                NativeMethods.SLAutograd_requires_grad(Handle, out int result).ThrowIfFailed();
                return result != 0;
            }

            set => requires_grad_(value);
        }

        /// <summary>True for tensors that no recorded operation made.</summary>
        public bool is_leaf
        {
            get
            {
                NativeMethods.SLAutograd_is_leaf(Handle, out int result).ThrowIfFailed();
                return result != 0;
            }
        }

        /// <summary>The gradient that backward() left, sharing its memory; null before. Each reading gives an object of its own.</summary>
        public Tensor? grad
        {
            get
            {
                NativeMethods.SLAutograd_grad(Handle, out TensorHandle result).ThrowIfFailed();
                return result.IsInvalid ? null : new Tensor(result);
            }

            set => NativeMethods.SLAutograd_set_grad(Handle, TensorHandle.Of(value)).ThrowIfFailed();
        }

        /// <summary>Adds the gradients of this scalar to the leaves that it depends on.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool create_graph = false, bool? retain_graph = null, IList<Tensor>? inputs = null)
        {
            if (inputs is not null || grad_tensors is { Count: > 1 })
            {
                throw new NotSupportedException("torch.backward takes one gradient and no list of inputs; torch.autograd.grad gives the gradients of chosen inputs.");
            }

            NativeMethods.SLAutograd_backward(
                Handle, TensorHandle.Of(grad_tensors?.FirstOrDefault()), retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0).ThrowIfFailed();
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => NativeMethods.SLAutograd_retain_grad(Handle).ThrowIfFailed();
    }
}
