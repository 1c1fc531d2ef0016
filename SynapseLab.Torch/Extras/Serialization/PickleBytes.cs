using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SynapseLab.Torch.Serialization;

/// <summary>The bytes of a pickle, taken one after the other.</summary>
/// <param name="pickle">Holds the pickle.</param>
/// <param name="start">Where it begins.</param>
internal sealed class PickleBytes(byte[] pickle, int start)
{
    /// <summary>Index of the next byte.</summary>
    internal int At { get; private set; } = start;

    /// <summary>The next bytes.</summary>
    /// <exception cref="TorchFileException">There are fewer.</exception>
    internal ReadOnlySpan<byte> Take(int count)
    {
        if (count > pickle.Length - At)
        {
            throw TorchFileException.Damaged($"data.pkl ends at byte {pickle.Length}, expected {count} more after byte {At}");
        }

        At += count;
        return pickle.AsSpan(At - count, count);
    }

    /// <summary>A length of 32 bits.</summary>
    /// <exception cref="TorchFileException">It is negative.</exception>
    internal int Length()
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(Take(4));
        return length >= 0 ? length : throw TorchFileException.Damaged($"data.pkl: length {length} at byte {At - 4}");
    }

    /// <summary>An integer of so many bytes, at most 8.</summary>
    /// <exception cref="TorchFileException">It is longer.</exception>
    internal long Long(int count) =>
        Take(count) is { Length: <= 8 } digits
            ? (long)new BigInteger(digits)
            : throw TorchFileException.Unsupported($"data.pkl: expected an integer of 64 bits, got {count * 8}");

    /// <summary>Text up to the end of the line.</summary>
    /// <exception cref="TorchFileException">The line has no end.</exception>
    internal string Line()
    {
        int end = Array.IndexOf(pickle, (byte)'\n', At);
        if (end < 0)
        {
            throw TorchFileException.Damaged($"data.pkl: name at byte {At} has no end");
        }

        string line = Encoding.ASCII.GetString(pickle, At, end - At);
        At = end + 1;
        return line;
    }
}
