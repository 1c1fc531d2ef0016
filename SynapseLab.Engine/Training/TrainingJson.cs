using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>JSON of options (<c>config.json</c>) and events (lines of <c>progress.jsonl</c>, payload of the progress hub): camelCase, enums as words.</summary>
public static class TrainingJson
{
    private static readonly JsonSerializerOptions s_line = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true, // a null where a word belongs is an error here, not one later on
    };

    private static readonly JsonSerializerOptions s_indented = new(s_line) { WriteIndented = true };

    /// <summary>The options as indented JSON.</summary>
    public static string ToJson(TrainingOptions options) => JsonSerializer.Serialize(options, s_indented);

    /// <summary>Options from JSON; unnamed ones keep their defaults.</summary>
    /// <exception cref="EngineException">The text is not JSON of options.</exception>
    public static TrainingOptions ParseOptions(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingOptions>(json, s_line)
                ?? throw new EngineException("Expected training options as a JSON object, got null.");
        }
        catch (JsonException e)
        {
            throw new EngineException($"Expected training options as JSON: {e.Message}", e);
        }
    }

    /// <summary>The event as one line of JSON, without line break.</summary>
    public static string ToJsonLine(TrainingEvent trainingEvent) => JsonSerializer.Serialize(trainingEvent, s_line);

    /// <summary>The event of one line.</summary>
    /// <exception cref="EngineException">The line is not an event.</exception>
    public static TrainingEvent ParseEvent(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainingEvent>(line, s_line)
                ?? throw new EngineException("Expected a training event as a JSON object, got null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new EngineException($"Expected a training event as JSON: {e.Message}", e);
        }
    }
}
