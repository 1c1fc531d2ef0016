#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>Where the processes of a group meet before they join (c10d's TCPStore): who is there can be asked without waiting.</summary>
public sealed class ProcessMeeting : IDisposable
{
#if TORCHSHARP_PACKAGE
    private const string Missing = "Process groups are not in the TorchSharp packages; build with -p:TorchProvider=own.";
#endif

    /// <summary>Comes to the meeting and says that this process is there.</summary>
    /// <param name="address">Where it is, and which process this is.</param>
    /// <param name="timeout">How long to wait for the process that serves it; at least 1 ms.</param>
    /// <exception cref="TorchException">The server did not come in time, or this process cannot serve at that port.</exception>
    /// <exception cref="ArgumentException">Rank, port or timeout is out of range.</exception>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no process groups.</exception>
    public ProcessMeeting(ProcessGroupAddress address, TimeSpan timeout)
    {
        Address = address;
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_meet(
            address.Host, address.Port, address.Prefix, address.IsServer ? 1 : 0, address.Rank, address.WorldSize, (long)timeout.TotalMilliseconds, out MeetingHandle handle)
            .ThrowIfFailed("distributed.TCPStore");
        Handle = handle;
#endif
    }

    /// <summary>Where it is, and which process this is.</summary>
    public ProcessGroupAddress Address { get; }

#if !TORCHSHARP_PACKAGE
    internal MeetingHandle Handle { get; }
#endif

    /// <summary>Whether a process has come; does not wait.</summary>
    /// <exception cref="TorchException">The process that serves the meeting has gone.</exception>
    public bool HasArrived(int rank)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException(Missing);
#else
        NativeMethods.SLDistributed_has_arrived(Handle, rank, out int result).ThrowIfFailed("distributed.TCPStore.check");
        return result != 0;
#endif
    }

    /// <summary>Leaves; a group that was joined here stays.</summary>
    public void Dispose()
    {
#if !TORCHSHARP_PACKAGE
        Handle.Dispose();
#endif
    }
}
