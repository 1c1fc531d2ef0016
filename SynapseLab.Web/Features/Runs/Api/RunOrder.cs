using System.Text.Json;
using System.Text.Json.Serialization;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Web.Features.Runs.Api;

/// <summary>A run as other programs ask for it.</summary>
/// <param name="CubeSetId">The set that it trains on.</param>
/// <param name="Name">What no other run is called; null or blank takes the next free name.</param>
/// <param name="Preset">Options to begin with, by the preset's name on the command line; null: none.</param>
/// <param name="Options">
/// Values under the command line's names or the seeds', with dashes or underscores: <c>"batch-size": 32</c>, <c>"mixed_precision": true</c>. Numbers,
/// words and switches; numbers and switches may be texts. What is not named stays as the preset has it.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RunOrder(int CubeSetId, string? Name, string? Preset, IReadOnlyDictionary<string, JsonElement>? Options)
{
    /// <summary>The options as the launcher takes them, and a sentence for each that was given and has no effect beside the others.</summary>
    /// <param name="beginning">What is not named here or by the preset.</param>
    /// <exception cref="EngineException">There is no such preset or option, an option came twice, or a value is none of its kind.</exception>
    internal (TrainingOptions Options, IReadOnlyList<string> Idle) ReadOptions(TrainingOptions beginning)
    {
        var given = new Dictionary<OptionSpec, string>();
        foreach (var (name, value) in Options ?? new Dictionary<string, JsonElement>())
        {
            if (Read(name, value) is var (option, text) && !given.TryAdd(option, text))
            {
                throw new EngineException($"{option.CommandLineName} came twice, the second time as \"{name}\"; give it once.");
            }
        }

        TrainingOptions options = Preset is null ? beginning : OptionPresets.Find(Preset).Apply(beginning);
        foreach (OptionSpec option in OptionSchema.All.Where(given.ContainsKey)) // in the schema's order: a method or pipeline brings defaults of others
        {
            options = option.Write(options, given[option])
                ?? throw new EngineException($"{option.CommandLineName}: Expected {Kind(option)}, got \"{given[option]}\".");
        }

        return (options, [.. given.Keys.Where(option => !option.Applies(options)).Select(option => $"{option.CommandLineName} changes nothing: {option.WhyIdle(options)}.")]);
    }

    // Null for a seed's switch that is off: it says nothing.
    private static (OptionSpec Option, string Value)? Read(string name, JsonElement value)
    {
        string word = name.TrimStart('-').Replace('_', '-');
        if (SeedSwitch.All.FirstOrDefault(seed => seed.Name == word) is { } seed)
        {
            return bool.TryParse(Text(name, value), out bool isOn) ? isOn ? (seed.Option, seed.Value) : null
                : throw new EngineException($"{name}: Expected true or false, got {value.GetRawText()}.");
        }

        OptionSpec option = OptionSchema.All.FirstOrDefault(known => known.CommandLineName[2..] == word || known.SeedNames.Any(other => other.TrimStart('-') == word))
            ?? throw new EngineException($"There is no option \"{name}\"; GET /api/options lists those that there are.");
        return OptionFields.OfServer.Contains(option) ? (option, Text(name, value))
            : throw new EngineException($"{name}: The server starts the processes of a run itself, without torchrun; leave it out, and give \"processes\" for several.");
    }

    private static string Text(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new EngineException($"{name}: Expected a number, a text, true or false, got {value.ValueKind}."),
    };

    private static string Kind(OptionSpec option) => option.Kind switch
    {
        OptionKind.Whole => "a whole number",
        OptionKind.Real => "a number",
        OptionKind.Switch => "true or false",
        _ => "a text",
    };
}
