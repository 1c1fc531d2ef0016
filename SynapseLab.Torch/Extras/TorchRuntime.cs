using TorchSharp;
#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>What libtorch this process uses, and how many native tensors live.</summary>
public static class TorchRuntime
{
    /// <summary>Version of libtorch, for instance "1.13.1".</summary>
    /// <exception cref="DllNotFoundException">libtorch could not be loaded; the text lists causes and cures.</exception>
    public static string LibtorchVersion => torch.__version__;

    /// <summary>Whether libtorch can be loaded; if not, <paramref name="reason"/> lists causes and cures.</summary>
    public static bool IsAvailable(out string? reason)
    {
        try
        {
            _ = LibtorchVersion;
            reason = null;
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException)
        {
            reason = (e.InnerException ?? e).Message;
            return false;
        }
    }

    /// <summary>Native tensors that this process holds; a test that leaves it as it found it leaks nothing.</summary>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they count otherwise.</exception>
    public static long LiveTensorCount
    {
        get
        {
#if TORCHSHARP_PACKAGE
            throw new NotSupportedException("The TorchSharp packages do not count native tensors; build with -p:TorchProvider=own.");
#else
            NativeMethods.SLRuntime_live_tensor_count(out long count).ThrowIfFailed();
            return count;
#endif
        }
    }
}
