using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>JSON has no NaN and no infinity: they travel as null, which charts draw as a gap.</summary>
public sealed class NonFiniteAsNull : JsonConverter<double>
{
    /// <inheritdoc />
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
