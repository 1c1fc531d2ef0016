using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A scope that disposes the tensors made inside it; use it with <c>using var</c>.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Records no gradients on this thread until disposed.</summary>
    public static IDisposable no_grad() => new GradMode(enabled: false);

    /// <summary>Records gradients on this thread until disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Records gradients or not on this thread until disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Like no_grad, and faster: tensors made inside can never take part in a backward pass. Dispose on the same thread.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether gradients are recorded on this thread.</summary>
    public static bool is_grad_enabled()
    {
        NativeMethods.SLAutograd_is_grad_enabled(out int result).ThrowIfFailed();
        return result != 0;
    }

    /// <summary>Whether this thread is in inference mode.</summary>
    public static bool is_inference_mode_enabled()
    {
        NativeMethods.SLAutograd_is_inference_mode_enabled(out int result).ThrowIfFailed();
        return result != 0;
    }

    private sealed class GradMode : IDisposable
    {
        private readonly int _previous;

        internal GradMode(bool enabled) => NativeMethods.SLAutograd_set_grad_enabled(enabled ? 1 : 0, out _previous).ThrowIfFailed("set_grad_enabled");

        public void Dispose() => NativeMethods.SLAutograd_set_grad_enabled(_previous, out _).ThrowIfFailed("set_grad_enabled");
    }

    private sealed class InferenceMode : IDisposable
    {
        private nint _guard;

        internal InferenceMode(bool enabled) => NativeMethods.SLAutograd_inference_mode_enter(enabled ? 1 : 0, out _guard).ThrowIfFailed("inference_mode");

        public void Dispose()
        {
            if (_guard != 0)
            {
                NativeMethods.SLAutograd_inference_mode_exit(_guard).ThrowIfFailed("inference_mode");
                _guard = 0;
            }
        }
    }
}
