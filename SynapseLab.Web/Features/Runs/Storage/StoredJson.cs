using System.Text.Json;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>What the run history keeps as JSON; columns that are null are of earlier versions or of runs that have not come so far.</summary>
internal static class StoredJson
{
    internal static string? Of<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    internal static IReadOnlyList<RunFinding> Findings(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<RunFinding[]>(json, JsonSerializerOptions.Web) ?? [];

    internal static PreflightResult? Measurement(string json) => JsonSerializer.Deserialize<PreflightResult>(json, JsonSerializerOptions.Web);

    internal static RunSpectrum? Spectrum(string? json) => json is null ? null : JsonSerializer.Deserialize<RunSpectrum>(json, JsonSerializerOptions.Web);
}
