using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Methods;

/// <summary>Values of a method's settings that were set, by name; immutable, equal when the same values are set.</summary>
[JsonConverter(typeof(Converter))]
public sealed class MethodParameters : IEquatable<MethodParameters>
{
    private readonly SortedDictionary<string, double> _values;

    private MethodParameters(SortedDictionary<string, double> values) => _values = values;

    /// <summary>Nothing is set: every setting has its default.</summary>
    public static MethodParameters None { get; } = new([]);

    /// <summary>Names that were set.</summary>
    public IReadOnlyCollection<string> Names => _values.Keys;

    /// <summary>The value that was set, or the default.</summary>
    public double Of(MethodParameter parameter) => _values.GetValueOrDefault(parameter.Name, parameter.Default);

    /// <summary>The value of a setting of <paramref name="method"/> by name.</summary>
    /// <exception cref="EngineException">The method has no such setting.</exception>
    public double Of(MethodDescription method, string name) => Of(
        method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new EngineException($"{method.Title} has no setting {name}; it has {string.Join(", ", method.Parameters.Select(parameter => parameter.Name))}."));

    /// <summary>The same, rounded.</summary>
    public int Whole(MethodDescription method, string name) => (int)Math.Round(Of(method, name));

    /// <summary>What was set under a name; null when nothing was.</summary>
    public double? Find(string name) => _values.TryGetValue(name, out double value) ? value : null;

    /// <summary>With one value set; null takes it back.</summary>
    public MethodParameters With(string name, double? value)
    {
        var values = new SortedDictionary<string, double>(_values, StringComparer.Ordinal);
        if (value is { } number)
        {
            values[name] = number;
        }
        else
        {
            values.Remove(name);
        }

        return new(values);
    }

    /// <inheritdoc />
    public bool Equals(MethodParameters? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MethodParameters);

    /// <inheritdoc />
    public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);

    /// <summary>{"temperature": 0.07}: camelCase in files, PascalCase here.</summary>
    private sealed class Converter : JsonConverter<MethodParameters>
    {
        public override MethodParameters Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, double>>(ref reader) ?? [];
            if (read.ContainsKey(""))
            {
                throw new JsonException("Expected the names of settings, got an empty one.");
            }

            return read.Aggregate(None, (values, entry) => values.With(char.ToUpperInvariant(entry.Key[0]) + entry.Key[1..], entry.Value));
        }

        public override void Write(Utf8JsonWriter writer, MethodParameters value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, number) in value._values)
            {
                writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(name), number);
            }

            writer.WriteEndObject();
        }
    }
}
