using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    // The elements, seen from .NET.
    public partial class Tensor
    {
        /// <summary>The elements in logical order, as .NET values; the tensor must be on the CPU and outlive the accessor.</summary>
        /// <exception cref="InvalidOperationException">The tensor is on another device, or its elements are no T.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireCpu(nameof(data));
            if (typeof(T) != typeof(ushort) || dtype is not (ScalarType.BFloat16 or ScalarType.Int16 or ScalarType.Float16))
            {
                RequireType<T>(nameof(data));
            }

            return new TensorAccessor<T>(this);
        }

        /// <summary>The memory of a contiguous CPU tensor; valid only while the tensor lives.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                RequireCpu(nameof(bytes));
                if (!is_contiguous())
                {
                    throw new InvalidOperationException("torch.bytes needs a contiguous tensor; call contiguous() first.");
                }

                return new Span<byte>((void*)DataPointer(), checked((int)(numel() * element_size())));
            }

            set => value.CopyTo(bytes);
        }

        /// <summary>The single element of a tensor of one element.</summary>
        /// <exception cref="InvalidOperationException">The element is no T.</exception>
        public T item<T>()
            where T : unmanaged
        {
            RequireType<T>(nameof(item));
            if (dtype is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64)
            {
                double real = ItemDouble();
                return (T)(object)(default(T) switch { float => (float)real, Half => (Half)real, _ => real });
            }

            long whole = ItemInt64();
            object value = default(T) switch
            {
                byte => (byte)whole,
                sbyte => (sbyte)whole,
                short => (short)whole,
                int => (int)whole,
                bool => whole != 0,
                _ => whole,
            };
            return (T)value;
        }

        internal double ItemDouble()
        {
            NativeMethods.SLTensor_item_double(Handle, out double result).ThrowIfFailed("item");
            return result;
        }

        internal long ItemInt64()
        {
            NativeMethods.SLTensor_item_int64(Handle, out long result).ThrowIfFailed("item");
            return result;
        }

        internal nint DataPointer()
        {
            NativeMethods.SLTensor_data_ptr(Handle, out nint result).ThrowIfFailed("data_ptr");
            return result;
        }

        private void RequireCpu(string member)
        {
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException($"torch.{member} reads CPU tensors, this one is on {device}; call cpu() first.");
            }
        }

        private void RequireType<T>(string member)
            where T : unmanaged
        {
            if (ScalarTypeOf<T>() != dtype)
            {
                throw new InvalidOperationException($"torch.{member}<{typeof(T).Name}> needs elements of type {ScalarTypeOf<T>()}, these are {dtype}.");
            }
        }
    }
}
