using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Takes over the memory, type and device of another tensor; whoever holds this object sees the new data.</summary>
        internal void ReplaceData(Tensor data) => NativeMethods.SLTensor_set_data(Handle, data.Handle).ThrowIfFailed("set_data");
    }
}
