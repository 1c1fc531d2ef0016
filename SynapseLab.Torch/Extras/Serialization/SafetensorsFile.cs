using System.Buffers.Binary;
using System.Text.Json;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// The safetensors format (https://huggingface.co/docs/safetensors): 8 bytes header length, a JSON header, then the tensors
/// end to end. Reading checks every size before any is used, and executes nothing.
/// </summary>
public static class SafetensorsFile
{
    private const long HeaderLimit = 100_000_000;

    /// <summary>Writes named tensors, in the order of their names, with text metadata.</summary>
    public static void Write(Stream output, IEnumerable<KeyValuePair<string, TensorData>> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var sorted = tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        byte[] header = SafetensorsHeader.Write(sorted, metadata);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        output.Write(length);
        output.Write(header);
        foreach (var (_, tensor) in sorted)
        {
            output.Write(tensor.Bytes);
        }
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <exception cref="TorchFileException">It is no such file, or its sizes do not agree.</exception>
    public static IReadOnlyDictionary<string, TensorData> Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Read(file);
        }
        catch (TorchFileException e)
        {
            throw e.In(path);
        }
    }

    private static Dictionary<string, TensorData> Read(FileStream file)
    {
        byte[] headerBytes = new byte[HeaderLength(file)];
        file.ReadExactly(headerBytes);
        var spans = Header(headerBytes);
        long dataLength = file.Length - 8 - headerBytes.Length;
        long expectedStart = 0;
        var tensors = new Dictionary<string, TensorData>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (span.Start != expectedStart || span.End > dataLength)
            {
                throw TorchFileException.Damaged($"tensor '{span.Name}' has bytes {span.Start} … {span.End}, expected a start at {expectedStart} and an end within {dataLength}");
            }

            byte[] bytes = new byte[span.End - span.Start];
            file.ReadExactly(bytes);
            if (!tensors.TryAdd(span.Name, new TensorData(span.Type, span.Shape, bytes)))
            {
                throw TorchFileException.Damaged($"the tensor '{span.Name}' is there twice");
            }

            expectedStart = span.End;
        }

        return expectedStart == dataLength
            ? tensors
            : throw TorchFileException.Damaged($"expected {expectedStart} bytes of tensors, got {dataLength}");
    }

    private static int HeaderLength(FileStream file)
    {
        Span<byte> length = stackalloc byte[8];
        if (file.ReadAtLeast(length, 8, throwOnEndOfStream: false) < 8)
        {
            throw new TorchFileException(TorchFileProblem.NotThisFormat, "expected a safetensors file, got fewer than 8 bytes");
        }

        ulong header = BinaryPrimitives.ReadUInt64LittleEndian(length);
        return header <= HeaderLimit && (long)header <= file.Length - 8
            ? (int)header
            : throw new TorchFileException(TorchFileProblem.NotThisFormat, $"expected a safetensors file; its header would have {header} bytes of {file.Length}");
    }

    private static IReadOnlyList<SafetensorsSpan> Header(byte[] json)
    {
        try
        {
            return SafetensorsHeader.Parse(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw TorchFileException.Damaged($"the header is not safetensors JSON ({e.Message})", e);
        }
    }
}
