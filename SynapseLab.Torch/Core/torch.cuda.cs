using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>True when this libtorch can use a GPU of this machine.</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>NVIDIA GPUs.</summary>
    public static class cuda
    {
        /// <summary>True when this libtorch was built with CUDA and sees a device.</summary>
        public static bool is_available()
        {
            NativeMethods.SLCuda_is_available(out int result).ThrowIfFailed();
            return result != 0;
        }

        /// <summary>True when cuDNN can be used.</summary>
        public static bool is_cudnn_available()
        {
            NativeMethods.SLCuda_cudnn_is_available(out int result).ThrowIfFailed();
            return result != 0;
        }

        /// <summary>How many devices there are.</summary>
        public static int device_count()
        {
            NativeMethods.SLCuda_device_count(out int count).ThrowIfFailed();
            return count;
        }

        /// <summary>Waits for all work on a device.</summary>
        /// <param name="seed_device">The device; the first GPU by default.</param>
        public static void synchronize(Device? seed_device = null)
            => NativeMethods.SLCuda_synchronize((seed_device ?? CUDA).index).ThrowIfFailed();
    }
}
