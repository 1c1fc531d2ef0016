using TorchSharp;
#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>
/// Float32 convolutions with all 23 bits of mantissa, until disposed: libtorch otherwise computes them as TF32, with 10, on Ampere and
/// later. It holds for the whole process, also for what other threads compute meanwhile, and until the last of several is disposed.
/// </summary>
public sealed class FullFloat32 : IDisposable
{
    private static readonly Lock s_lock = new();
    private static int s_open;
    private static bool s_before;
    private bool _isDisposed;

    private FullFloat32()
    {
        lock (s_lock)
        {
            if (s_open++ == 0)
            {
                s_before = SetTf32(false);
            }
        }
    }

    /// <summary>Begins it.</summary>
    public static FullFloat32 Enter() => new();

    /// <summary>Restores what was before.</summary>
    public void Dispose()
    {
        lock (s_lock)
        {
            if (!_isDisposed && --s_open == 0)
            {
                SetTf32(s_before);
            }

            _isDisposed = true;
        }
    }

    /// <summary>Answers what was before.</summary>
    private static bool SetTf32(bool isAllowed)
    {
#if TORCHSHARP_PACKAGE
        bool before = torch.backends.cudnn.allow_tf32;
        torch.backends.cudnn.allow_tf32 = isAllowed;
        return before;
#else
        NativeMethods.SLRuntime_set_allow_tf32(isAllowed ? 1 : 0, out int before).ThrowIfFailed("backends.cudnn.allow_tf32");
        return before != 0;
#endif
    }
}
