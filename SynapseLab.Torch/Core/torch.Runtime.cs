using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Version of the libtorch that the shim was compiled against, for instance "1.13.1".</summary>
    public static string __version__
    {
        get
        {
            NativeMethods.SLRuntime_libtorch_version(out nint text).ThrowIfFailed();
            return Marshal.PtrToStringUTF8(text)!;
        }
    }

    /// <summary>Threads that one CPU operation uses.</summary>
    public static int get_num_threads()
    {
        NativeMethods.SLRuntime_get_num_threads(out int count).ThrowIfFailed();
        return count;
    }

    /// <summary>Sets the threads that one CPU operation uses; at least 1.</summary>
    public static void set_num_threads(int num) => NativeMethods.SLRuntime_set_num_threads(num).ThrowIfFailed();

    /// <summary>Seeds the default generators of all devices and gives the CPU's.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeMethods.SLRuntime_manual_seed(unchecked((ulong)seed), out _).ThrowIfFailed();
        return Generator.Default;
    }

    /// <summary>Kinds of operations whose result varies between runs become errors, or warnings.</summary>
    public static void use_deterministic_algorithms(bool mode = true, bool warn_only = false)
        => NativeMethods.SLRuntime_use_deterministic_algorithms(mode ? 1 : 0, warn_only ? 1 : 0, out _).ThrowIfFailed();

    /// <summary>The state of the CPU's default generator; bytes.</summary>
    public static Tensor get_rng_state()
    {
        using Generator generator = Generator.Default;
        return generator.get_state();
    }

    /// <summary>Restores the state of the CPU's default generator.</summary>
    public static void set_rng_state(Tensor new_state)
    {
        using Generator generator = Generator.Default;
        generator.set_state(new_state);
    }
}
