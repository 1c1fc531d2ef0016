using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index in <c>tensor[i, 2.., mask]</c>.</summary>
    public struct TensorIndex
    {
        private readonly NativeIndexKind _kind;
        private readonly long _startOrValue;
        private readonly long _stop;
        private readonly long _step;
        private readonly Tensor? _tensor;

        private TensorIndex(NativeIndexKind kind, long startOrValue = 0, long stop = 0, long step = 1, Tensor? tensor = null)
        {
            _kind = kind;
            _startOrValue = startOrValue;
            _stop = stop;
            _step = step;
            _tensor = tensor;
        }

        /// <summary>As many whole dimensions as are left.</summary>
        public static TensorIndex Ellipsis => new(NativeIndexKind.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => new(NativeIndexKind.NewAxis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None => Null;

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        /// <summary>Every step-th position from start up to, not including, stop; negative counts from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null)
            => new(NativeIndexKind.Slice, start ?? NativeIndex.Unbounded, stop ?? NativeIndex.Unbounded, step ?? NativeIndex.Unbounded);

        /// <summary>A C# range such as <c>2..^1</c>.</summary>
        public static TensorIndex Slice(Range range)
            => Slice(
                range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
                range.End.IsFromEnd ? (range.End.Value == 0 ? null : -range.End.Value) : range.End.Value);

        /// <summary>Keeps the dimension with all (true) or none (false) of it, as a new leading dimension.</summary>
        public static TensorIndex Bool(bool value) => new(NativeIndexKind.Boolean, value ? 1 : 0);

        /// <summary>One position; the dimension is removed.</summary>
        public static TensorIndex Single(long? index) => index is null ? Null : new(NativeIndexKind.Single, index.Value);

        /// <summary>Positions (Int64) or a mask (Bool).</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(NativeIndexKind.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);

        public static implicit operator TensorIndex((long? start, long? stop) range) => Slice(range.start, range.stop);

        internal static unsafe Tensor Get(Tensor self, TensorIndex[] indices)
        {
            using var tensors = new TensorList(TensorsOf(indices));
            NativeMethods.SLTensor_index(self.Handle, ToNative(indices), indices.Length, out TensorHandle result).ThrowIfFailed("index");
            return new Tensor(result);
        }

        internal static void Put(Tensor self, TensorIndex[] indices, Tensor value)
        {
            using var tensors = new TensorList(TensorsOf(indices));
            NativeMethods.SLTensor_index_put_(self.Handle, ToNative(indices), indices.Length, value.Handle).ThrowIfFailed("index_put_");
        }

        internal static void Put(Tensor self, TensorIndex[] indices, Scalar value)
        {
            using var tensors = new TensorList(TensorsOf(indices));
            NativeMethods.SLTensor_index_put_scalar_(self.Handle, ToNative(indices), indices.Length, value.Native).ThrowIfFailed("index_put_");
        }

        // The list keeps the tensors' handles open for the length of the call.
        private static IEnumerable<Tensor> TensorsOf(TensorIndex[] indices)
            => indices.Where(index => index._tensor is not null).Select(index => index._tensor!);

        private static NativeIndex[] ToNative(TensorIndex[] indices)
            => Array.ConvertAll(indices, index => new NativeIndex
            {
                Kind = index._kind,
                StartOrValue = index._startOrValue,
                Stop = index._stop,
                Step = index._step,
                Tensor = index._tensor?.Handle.DangerousGetHandle() ?? 0,
            });
    }
}
