using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Settings of the libraries below libtorch.</summary>
    public static class backends
    {
        /// <summary>NVIDIA's library of network layers.</summary>
        public static class cudnn
        {
            /// <summary>Try several algorithms per shape and keep the fastest; results may vary between runs.</summary>
            public static bool benchmark
            {
                set => NativeMethods.SLRuntime_set_cudnn_benchmark(value ? 1 : 0, out _).ThrowIfFailed();
            }

            /// <summary>Use only algorithms whose result does not vary between runs.</summary>
            public static bool deterministic
            {
                set => NativeMethods.SLRuntime_set_cudnn_deterministic(value ? 1 : 0, out _).ThrowIfFailed();
            }

            /// <summary>Let float32 convolutions run as TF32 (10 bits of mantissa) on Ampere and later; libtorch does unless told otherwise.</summary>
            public static bool allow_tf32
            {
                set => NativeMethods.SLRuntime_set_allow_tf32(value ? 1 : 0, out _).ThrowIfFailed();
            }
        }
    }
}
