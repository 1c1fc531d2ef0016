using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SynapseLab.Torch;

namespace TorchSharp.Interop;

/// <summary>What an export answers; mirrors Status in native/src/shim.h.</summary>
internal enum NativeStatus
{
    Ok = 0,
    Error = 1,
    OutOfMemory = 2,
    InvalidArgument = 3,
}

/// <summary>Turns a status into an exception that names the function and carries libtorch's message.</summary>
internal static class NativeStatusExtensions
{
    /// <exception cref="TorchOutOfMemoryException">The device has no room for a result.</exception>
    /// <exception cref="ArgumentException">The arguments break the contract of the export.</exception>
    /// <exception cref="TorchException">libtorch refused.</exception>
    internal static void ThrowIfFailed(this int status, [CallerMemberName] string operation = "")
    {
        if (status != (int)NativeStatus.Ok)
        {
            throw ToException((NativeStatus)status, operation);
        }
    }

    private static Exception ToException(NativeStatus status, string operation)
    {
        NativeMethods.SLRuntime_last_error(out nint text);
        string message = $"torch.{operation} failed. {Marshal.PtrToStringUTF8(text)}";
        return status switch
        {
            NativeStatus.OutOfMemory => new TorchOutOfMemoryException(message),
            NativeStatus.InvalidArgument => new ArgumentException(message),
            _ => new TorchException(message),
        };
    }
}
