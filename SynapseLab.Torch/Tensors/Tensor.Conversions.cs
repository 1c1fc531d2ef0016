using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Element type, device and layout of a copy.
    public partial class Tensor
    {
        /// <summary>Another element type; this tensor itself when it has it already and no copy is asked for.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(type, null, copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(null, device, copy, disposeAfter, non_blocking);

        /// <summary>On another device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(null, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>On the device of that name.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(null, new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>Another element type, on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(type, device, copy, disposeAfter, non_blocking);

        /// <summary>Element type and device of another tensor.</summary>
        public Tensor to(Tensor other, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(other.dtype, other.device, copy, disposeAfter, non_blocking);

        /// <summary>Another element type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
            => Convert(type, null, copy, disposeAfter, non_blocking);

        /// <summary>On the CPU.</summary>
        public Tensor cpu(bool disposeAfter = false) => Convert(null, CPU, copy: false, disposeAfter, nonBlocking: false);

        /// <summary>On a CUDA device, the first by default.</summary>
        public Tensor cuda(Device? device = null, bool disposeAfter = false) => Convert(null, device ?? CUDA, copy: false, disposeAfter, nonBlocking: false);

        /// <summary>As single precision.</summary>
        public Tensor @float() => to(ScalarType.Float32);

        /// <summary>As double precision.</summary>
        public Tensor @double() => to(ScalarType.Float64);

        /// <summary>As 64-bit whole numbers.</summary>
        public Tensor @long() => to(ScalarType.Int64);

        /// <summary>As 32-bit whole numbers.</summary>
        public Tensor @int() => to(ScalarType.Int32);

        /// <summary>As truth values.</summary>
        public Tensor @bool() => to(ScalarType.Bool);

        /// <summary>As bytes.</summary>
        public Tensor @byte() => to(ScalarType.Byte);

        /// <summary>As bfloat16.</summary>
        public Tensor bfloat16() => to(ScalarType.BFloat16);

        /// <summary>As half precision.</summary>
        public Tensor half() => to(ScalarType.Float16);

        /// <summary>The shape's element type of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        /// <summary>In row-major order without gaps; this tensor itself when it is so already.</summary>
        public Tensor contiguous() => Contiguous(MemoryFormat.Contiguous);

        /// <summary>Whether the elements lie in page-locked memory.</summary>
        public bool is_pinned()
        {
            NativeMethods.SLTensor_is_pinned(Handle, out int result).ThrowIfFailed();
            return result != 0;
        }

        internal Tensor Contiguous(MemoryFormat format)
        {
            NativeMethods.SLTensor_contiguous(Handle, (int)format, out TensorHandle result).ThrowIfFailed("contiguous");
            return new Tensor(result);
        }

        internal Tensor Convert(ScalarType? type, Device? device, bool copy, bool disposeAfter, bool nonBlocking, MemoryFormat format = MemoryFormat.Preserve)
        {
            Description now = Describe();
            NativeMethods.SLTensor_to(
                Handle,
                (int)(type ?? now.Dtype),
                (int)(device?.type ?? now.DeviceType),
                device?.index ?? now.DeviceIndex,
                (int)format,
                nonBlocking ? 1 : 0,
                copy ? 1 : 0,
                out TensorHandle result).ThrowIfFailed("to");
            if (disposeAfter)
            {
                Dispose();
            }

            return new Tensor(result);
        }
    }
}
