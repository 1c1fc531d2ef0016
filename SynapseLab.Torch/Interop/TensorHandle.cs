using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one native tensor; releasing it gives the tensor back to the shim exactly once.</summary>
internal sealed class TensorHandle : SafeHandle
{
    /// <summary>Stands for an absent tensor where the shim allows one; never owns anything.</summary>
    internal static readonly TensorHandle None = new();

    public TensorHandle()
        : base(0, ownsHandle: true)
    {
    }

    internal TensorHandle(nint owned)
        : this() => SetHandle(owned);

    public override bool IsInvalid => handle == 0;

    internal static TensorHandle Of(torch.Tensor? tensor) => tensor is null ? None : tensor.Handle;

    protected override bool ReleaseHandle() => NativeMethods.SLTensor_dispose(handle) == (int)NativeStatus.Ok;
}
