using TorchSharp;
#if !TORCHSHARP_PACKAGE
using TorchSharp.Interop;
#endif

namespace SynapseLab.Torch;

/// <summary>
/// Mixed precision on this thread, until disposed: convolutions and matrix products compute in a narrower type, sums and losses in float32.
/// Wrap the forward pass and the loss, not the backward pass.
/// </summary>
public sealed class Autocast : IDisposable
{
#if !TORCHSHARP_PACKAGE
    private readonly DeviceType _device;
    private readonly int _previousEnabled;
    private readonly int _previousDtype;
    private bool _isDisposed;
#endif

    private Autocast(DeviceType device, torch.ScalarType dtype, bool enabled)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException($"Autocast to {dtype} on {device} ({enabled}) is not in the TorchSharp packages; build with -p:TorchProvider=own.");
#else
        _device = device;
        NativeMethods.SLAutocast_enter((int)device, enabled ? 1 : 0, (int)dtype, out _previousEnabled, out _previousDtype).ThrowIfFailed("autocast");
#endif
    }

    /// <summary>Whether this build has autocast.</summary>
    public static bool IsSupported
#if TORCHSHARP_PACKAGE
        => false;
#else
        => true;
#endif

    /// <summary>Begins mixed precision for operations on one kind of device.</summary>
    /// <param name="device">The kind of device.</param>
    /// <param name="dtype">BFloat16; on CUDA also Float16, which needs loss scaling.</param>
    /// <param name="enabled">False runs the region in full precision.</param>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they have no autocast.</exception>
    public static Autocast Enter(DeviceType device, torch.ScalarType dtype = torch.ScalarType.BFloat16, bool enabled = true)
        => new(device, dtype, enabled);

    /// <summary>Restores what was before.</summary>
    public void Dispose()
    {
#if !TORCHSHARP_PACKAGE
        if (!_isDisposed)
        {
            _isDisposed = true;
            NativeMethods.SLAutocast_exit((int)_device, _previousEnabled, _previousDtype).ThrowIfFailed("autocast");
        }
#endif
    }
}
