using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SynapseLab.Engine.Data;

namespace SynapseLab.Cli;

/// <summary>Prints findings: gravest first, where, what, and what to do.</summary>
internal static class FindingList
{
    /// <summary>JSON of results that hold findings: camelCase, enums as words, human letters unescaped.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes one line a finding and one for its advice; nothing when there are none.</summary>
    public static void Write(IReadOnlyList<Finding> findings, TextWriter writer, string indent = "")
    {
        foreach (Finding finding in findings.OrderByDescending(finding => finding.Severity))
        {
            writer.WriteLine($"{indent}{finding.Severity.ToString().ToLowerInvariant(),-7}  {finding.Where}: {finding.Message}");
            if (finding.Advice.Length > 0)
            {
                writer.WriteLine($"{indent}         → {finding.Advice}");
            }
        }
    }
}
