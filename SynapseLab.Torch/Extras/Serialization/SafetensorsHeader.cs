using System.Text.Json;

namespace SynapseLab.Torch.Serialization;

/// <summary>Where one tensor lies in a safetensors file: bytes Start … End of the data part.</summary>
internal sealed record SafetensorsSpan(string Name, TensorElementType Type, long[] Shape, long Start, long End);

/// <summary>
/// The JSON header, e.g. <c>{"__metadata__":{"format":"pt"},"conv1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}</c>,
/// padded with spaces to a multiple of 8 bytes.
/// </summary>
internal static class SafetensorsHeader
{
    private const string Metadata = "__metadata__";

    internal static byte[] Write(IReadOnlyList<KeyValuePair<string, TensorData>> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            long offset = 0;
            foreach (var (name, tensor) in tensors)
            {
                WriteTensor(json, name, tensor, offset);
                offset += tensor.Bytes.LongLength;
            }

            json.WriteEndObject();
        }

        while (buffer.Length % 8 != 0)
        {
            buffer.WriteByte((byte)' ');
        }

        return buffer.ToArray();
    }

    internal static IReadOnlyList<SafetensorsSpan> Parse(byte[] header)
    {
        using var json = JsonDocument.Parse(header);
        return [.. json.RootElement.EnumerateObject().Where(entry => entry.Name != Metadata).Select(entry => Span(entry.Name, entry.Value))];
    }

    private static SafetensorsSpan Span(string name, JsonElement value)
    {
        string dtype = value.GetProperty("dtype").GetString() ?? "";
        var type = TensorElementTypes.FromSafetensorsName(dtype)
            ?? throw TorchFileException.Unsupported($"tensor '{name}' has the type '{dtype}', which is not supported");
        long[] shape = Longs(value.GetProperty("shape"));
        long[] offsets = Longs(value.GetProperty("data_offsets"));
        long expected = checked(TensorData.CountOf(shape) * type.SizeInBytes());
        if (offsets.Length != 2 || shape.Any(size => size < 0) || offsets[1] - offsets[0] != expected || expected > Array.MaxLength)
        {
            throw TorchFileException.Damaged($"tensor '{name}', {dtype} ({string.Join(", ", shape)}), does not fill its bytes {string.Join(" … ", offsets)}");
        }

        return new(name, type, shape, offsets[0], offsets[1]);
    }

    private static long[] Longs(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetInt64())];

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        json.WriteStartObject(Metadata);
        json.WriteString("format", "pt");
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>())
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, string name, TensorData tensor, long offset)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", tensor.ElementType.SafetensorsName());
        json.WriteStartArray("shape");
        foreach (long size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + tensor.Bytes.LongLength);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
