using System.Runtime.InteropServices;

namespace SynapseLab.Torch.Serialization;

/// <summary>A tensor as a file holds it: type, shape, and its elements contiguous, last axis fastest, little-endian. Needs no libtorch.</summary>
public sealed class TensorData
{
    /// <summary>Wraps bytes without copying.</summary>
    /// <exception cref="ArgumentException">The bytes do not fit type and shape.</exception>
    public TensorData(TensorElementType elementType, long[] shape, byte[] bytes)
    {
        long expected = checked(CountOf(shape) * elementType.SizeInBytes());
        if (bytes.LongLength != expected)
        {
            throw new ArgumentException($"Expected {expected} bytes for {elementType} ({string.Join(", ", shape)}), got {bytes.LongLength}.", nameof(bytes));
        }

        (ElementType, Shape, Bytes) = (elementType, shape, bytes);
    }

    /// <summary>Type of an element.</summary>
    public TensorElementType ElementType { get; }

    /// <summary>Size along each axis; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The elements.</summary>
    public byte[] Bytes { get; }

    /// <summary>Number of elements, the product of the shape; 1 for a scalar.</summary>
    public long Count => Bytes.LongLength / ElementType.SizeInBytes();

    /// <summary>Copies values; float, double, Half, long, int, byte and bool have their own type.</summary>
    public static TensorData From<T>(ReadOnlySpan<T> values, params long[] shape)
        where T : unmanaged =>
        new(TypeOf<T>(), shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The elements as <typeparamref name="T"/>, a copy.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another type.</exception>
    public T[] ToArray<T>()
        where T : unmanaged =>
        TypeOf<T>() == ElementType
            ? MemoryMarshal.Cast<byte, T>(Bytes).ToArray()
            : throw new InvalidOperationException($"Expected a tensor of {TypeOf<T>()}, got {ElementType}.");

    /// <inheritdoc />
    public override string ToString() => $"{ElementType} ({string.Join(", ", Shape)})";

    /// <summary>Product of a shape.</summary>
    /// <exception cref="OverflowException">It passes 2⁶³.</exception>
    internal static long CountOf(IReadOnlyList<long> shape) => shape.Aggregate(1L, (count, size) => checked(count * size));

    private static TensorElementType TypeOf<T>() => default(T) switch
    {
        float => TensorElementType.Float32,
        double => TensorElementType.Float64,
        Half => TensorElementType.Float16,
        long => TensorElementType.Int64,
        int => TensorElementType.Int32,
        byte => TensorElementType.UInt8,
        bool => TensorElementType.Bool,
        _ => throw new NotSupportedException($"Expected float, double, Half, long, int, byte or bool, got {typeof(T).Name}."),
    };
}
