using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers on one device; same seed, same draws on the same device and libtorch.</summary>
    public class Generator : IDisposable
    {
        /// <summary>A generator with a state of its own.</summary>
        /// <param name="seed">Where the sequence starts.</param>
        /// <param name="device">The device whose tensors it fills; the CPU by default.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            NativeMethods.SLGenerator_new(seed, (int)this.device.type, this.device.index, out GeneratorHandle handle).ThrowIfFailed("Generator");
            Handle = handle;
        }

        private Generator(GeneratorHandle handle, Device device)
        {
            this.device = device;
            Handle = handle;
        }

        /// <summary>The generator that the CPU uses where none is given.</summary>
        public static Generator Default => DefaultOf(CPU);

        /// <summary>The device whose tensors it fills.</summary>
        public Device device { get; }

        internal GeneratorHandle Handle { get; }

        /// <summary>Restarts the sequence.</summary>
        public Generator manual_seed(long seed)
        {
            NativeMethods.SLGenerator_manual_seed(Handle, unchecked((ulong)seed)).ThrowIfFailed();
            return this;
        }

        /// <summary>The seed with which the sequence was started.</summary>
        public long initial_seed()
        {
            NativeMethods.SLGenerator_current_seed(Handle, out ulong seed).ThrowIfFailed();
            return unchecked((long)seed);
        }

        /// <summary>The whole state: a CPU tensor of bytes whose layout belongs to libtorch.</summary>
        public Tensor get_state()
        {
            NativeMethods.SLGenerator_get_state(Handle, out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Continues exactly where the state was taken.</summary>
        /// <param name="value">What <see cref="get_state"/> gave, on the same kind of device and libtorch.</param>
        public void set_state(Tensor value) => NativeMethods.SLGenerator_set_state(Handle, value.Handle).ThrowIfFailed();

        /// <summary>Frees the generator.</summary>
        public void Dispose()
        {
            Handle.Dispose();
            GC.SuppressFinalize(this);
        }

        internal static Generator DefaultOf(Device device)
        {
            NativeMethods.SLGenerator_default((int)device.type, device.index, out GeneratorHandle handle).ThrowIfFailed("Generator");
            return new Generator(handle, device);
        }
    }
}
