using System.Globalization;

namespace SynapseLab.Torch.Serialization;

/// <summary>How a tensor lies in its storage.</summary>
internal static class Strides
{
    /// <summary>Strides, in elements, of a contiguous tensor, last axis fastest.</summary>
    internal static long[] Contiguous(IReadOnlyList<long> shape)
    {
        long[] strides = new long[shape.Count];
        long step = 1;
        for (int axis = shape.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= Math.Max(1, shape[axis]);
        }

        return strides;
    }

    /// <summary>
    /// Copies a strided tensor out of its storage into contiguous order; checks that every element lies inside.
    /// </summary>
    /// <exception cref="TorchFileException">Sizes, strides and offset reach out of the storage, or the copy would pass <paramref name="mostBytes"/>.</exception>
    internal static byte[] Gather(byte[] storage, int elementSize, long offset, IReadOnlyList<long> shape, IReadOnlyList<long> strides, long mostBytes)
    {
        long count = CheckedCount(storage.LongLength / elementSize, elementSize, offset, shape, strides);
        if (count * elementSize > mostBytes)
        {
            throw TorchFileException.Damaged(string.Create(
                CultureInfo.InvariantCulture, $"tensor ({string.Join(", ", shape)}) would take {count * elementSize:N0} bytes, far more than the file has for it"));
        }

        byte[] result = new byte[count * elementSize];
        if (count > 0 && strides.SequenceEqual(Contiguous(shape)))
        {
            Buffer.BlockCopy(storage, (int)(offset * elementSize), result, 0, result.Length);
            return result;
        }

        long[] index = new long[shape.Count];
        long from = offset;
        for (long to = 0; to < count; to++)
        {
            storage.AsSpan((int)(from * elementSize), elementSize).CopyTo(result.AsSpan((int)(to * elementSize)));
            for (int axis = shape.Count - 1; axis >= 0; axis--)
            {
                from += strides[axis];
                if (++index[axis] < shape[axis])
                {
                    break;
                }

                from -= strides[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return result;
    }

    private static long CheckedCount(long stored, int elementSize, long offset, IReadOnlyList<long> shape, IReadOnlyList<long> strides)
    {
        if (shape.Count != strides.Count || shape.Any(size => size < 0) || strides.Any(stride => stride < 0) || offset < 0)
        {
            throw TorchFileException.Damaged($"tensor with shape ({string.Join(", ", shape)}), strides ({string.Join(", ", strides)}), offset {offset}");
        }

        try
        {
            long count = TensorData.CountOf(shape);
            long last = count == 0 ? -1 : shape.Zip(strides).Aggregate(offset, (sum, axis) => checked(sum + ((axis.First - 1) * axis.Second)));
            if (last < stored && checked(count * elementSize) <= Array.MaxLength)
            {
                return count;
            }

            throw TorchFileException.Damaged($"tensor ({string.Join(", ", shape)}) reaches to element {last} of a storage of {stored}");
        }
        catch (OverflowException e)
        {
            throw TorchFileException.Damaged($"tensor of impossible shape ({string.Join(", ", shape)})", e);
        }
    }
}
