using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>Singular values of embeddings, falling, min(n, d); equal when all values are. A plain array in JSON.</summary>
/// <param name="values">The values; the caller gives them away.</param>
[JsonConverter(typeof(AsArray))]
public sealed class SingularValues(float[] values) : IEquatable<SingularValues>
{
    /// <summary>The values.</summary>
    public IReadOnlyList<float> Values => values;

    /// <inheritdoc />
    public bool Equals(SingularValues? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SingularValues);

    /// <inheritdoc />
    public override int GetHashCode() => values.Length == 0 ? 0 : HashCode.Combine(values.Length, values[0], values[^1]);

    private sealed class AsArray : JsonConverter<SingularValues>
    {
        public override SingularValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<float[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, SingularValues value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Values, options);
    }
}
