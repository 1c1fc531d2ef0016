using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns this process's place in a process group.</summary>
internal sealed class ProcessGroupHandle : SafeHandle
{
    public ProcessGroupHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.SLDistributed_dispose(handle) == (int)NativeStatus.Ok;
}
