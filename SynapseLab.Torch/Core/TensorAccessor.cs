using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor in logical order; it reads and writes the tensor's own memory.</summary>
/// <typeparam name="T">The .NET type of an element.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;
    private readonly long[] _sizes;
    private readonly long[] _strides;
    private readonly bool _isContiguous;
    private readonly nint _pointer;

    internal TensorAccessor(torch.Tensor tensor)
    {
        _tensor = tensor;
        _sizes = tensor.shape;
        _strides = tensor.stride();
        _isContiguous = tensor.is_contiguous();
        _pointer = tensor.DataPointer();
        Count = tensor.numel();
    }

    /// <summary>Number of elements.</summary>
    public long Count { get; }

    /// <summary>The element at a position in each dimension.</summary>
    public unsafe T this[params long[] indices]
    {
        get => *(T*)Address(Offset(indices));
        set => *(T*)Address(Offset(indices)) = value;
    }

    /// <summary>A copy of all elements in logical order.</summary>
    public T[] ToArray()
    {
        T[] result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>Copies all elements in logical order.</summary>
    /// <param name="destination">Room for at least <see cref="Count"/> elements from the index on.</param>
    /// <param name="arrayIndex">Where to begin.</param>
    public void CopyTo(T[] destination, int arrayIndex = 0) => CopyTo(destination.AsSpan(arrayIndex));

    /// <summary>Copies all elements in logical order.</summary>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public unsafe void CopyTo(Span<T> destination)
    {
        if (destination.Length < Count)
        {
            throw new ArgumentException($"The tensor has {Count} elements, there is room for {destination.Length}.", nameof(destination));
        }

        if (_isContiguous)
        {
            new ReadOnlySpan<T>((void*)Address(0), (int)Count).CopyTo(destination);
            return;
        }

        using torch.Tensor packed = _tensor.detach();
        using torch.Tensor contiguous = packed.contiguous();
        MemoryMarshal.Cast<byte, T>(contiguous.bytes).CopyTo(destination);
    }

    /// <summary>Overwrites the elements in logical order; the tensor must be contiguous.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> source)
    {
        if (source.Length > Count || !_isContiguous)
        {
            throw new ArgumentException($"{source.Length} elements do not fit a {(_isContiguous ? "" : "non-")}contiguous tensor of {Count}.", nameof(source));
        }

        source.CopyTo(new Span<T>((void*)Address(0), (int)Count));
    }

    /// <summary>Overwrites the elements in logical order; the tensor must be contiguous.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0) => CopyFrom(array.AsSpan(arrayIndex));

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Owns nothing; there because TorchSharp's accessor is disposable.</summary>
    public void Dispose()
    {
    }

    private unsafe nint Address(long offset)
    {
        ObjectDisposedException.ThrowIf(_tensor.IsInvalid, _tensor);
        return _pointer + (nint)(offset * sizeof(T));
    }

    private long Offset(long[] indices)
    {
        // One number counts through the elements in logical order, as in TorchSharp.
        if (indices.Length == 1 && _sizes.Length != 1)
        {
            return OffsetOfOrdinal(indices[0]);
        }

        if (indices.Length != _sizes.Length)
        {
            throw new ArgumentException($"{_sizes.Length} indices are needed, {indices.Length} came.", nameof(indices));
        }

        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], _sizes[i]);
            offset += indices[i] * _strides[i];
        }

        return offset;
    }

    private long OffsetOfOrdinal(long ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, Count);
        long offset = 0;
        for (int i = _sizes.Length - 1; i >= 0; i--)
        {
            offset += (ordinal % _sizes[i]) * _strides[i];
            ordinal /= _sizes[i];
        }

        return offset;
    }
}
