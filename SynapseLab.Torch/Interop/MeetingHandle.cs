using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns this process's connection to where the processes of a group meet.</summary>
internal sealed class MeetingHandle : SafeHandle
{
    public MeetingHandle()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.SLDistributed_leave(handle) == (int)NativeStatus.Ok;
}
