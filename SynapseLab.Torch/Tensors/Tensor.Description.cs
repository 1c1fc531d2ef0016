using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Element type, device, shape and layout.
    public partial class Tensor
    {
        // libtorch itself sets no limit; nothing here comes near to 16 dimensions.
        private const int MaxDimensions = 16;

        /// <summary>Type of the elements.</summary>
        public ScalarType dtype => Describe().Dtype;

        /// <summary>Where the elements are.</summary>
        public Device device
        {
            get
            {
                Description description = Describe();
                return new Device(description.DeviceType, description.DeviceIndex);
            }
        }

        /// <summary>Kind of the device.</summary>
        public DeviceType device_type => Describe().DeviceType;

        /// <summary>Number of the device; −1 for the CPU.</summary>
        public int device_index => Describe().DeviceIndex;

        /// <summary>Size of each dimension.</summary>
        public long[] shape => Describe().Sizes;

        /// <summary>Number of dimensions.</summary>
        public long ndim => Describe().Sizes.Length;

        /// <summary>Number of elements in memory between neighbours of each dimension.</summary>
        public long[] stride() => Describe().Strides;

        /// <summary>Size of one dimension; negative counts from the end.</summary>
        public long size(int dim)
        {
            long[] sizes = shape;
            return sizes[dim < 0 ? dim + sizes.Length : dim];
        }

        /// <summary>Size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>Number of dimensions.</summary>
        public long dim() => ndim;

        /// <summary>Number of elements.</summary>
        public long numel()
        {
            NativeMethods.SLTensor_numel(Handle, out long result).ThrowIfFailed();
            return result;
        }

        /// <summary>Number of elements.</summary>
        public long NumberOfElements => numel();

        /// <summary>Bytes of one element.</summary>
        public long element_size() => dtype.ElementSize();

        /// <summary>True when the elements lie in row-major order without gaps.</summary>
        public bool is_contiguous() => IsContiguous(MemoryFormat.Contiguous);

        internal bool IsContiguous(MemoryFormat format)
        {
            NativeMethods.SLTensor_is_contiguous(Handle, (int)format, out int result).ThrowIfFailed("is_contiguous");
            return result != 0;
        }

        private unsafe Description Describe()
        {
            long* sizes = stackalloc long[MaxDimensions];
            long* strides = stackalloc long[MaxDimensions];
            NativeMethods.SLTensor_describe(
                Handle, out int dtype, out int deviceType, out int deviceIndex, sizes, strides, MaxDimensions, out long dimensions).ThrowIfFailed("shape");
            return new Description(
                (ScalarType)dtype,
                (DeviceType)deviceType,
                deviceIndex,
                new ReadOnlySpan<long>(sizes, (int)dimensions).ToArray(),
                new ReadOnlySpan<long>(strides, (int)dimensions).ToArray());
        }

        private readonly record struct Description(ScalarType Dtype, DeviceType DeviceType, int DeviceIndex, long[] Sizes, long[] Strides);
    }
}
