using Microsoft.AspNetCore.Components;
using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Datasets.Parts;

/// <summary>How many voxels carry each structure code, background left away, with what the code table takes it for.</summary>
public sealed partial class CodeHistogram
{
    private const double LongestBar = 90;
    private const double ShortestBar = 2;

    /// <summary>Voxels per code.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<int, long> Counts { get; set; }

    /// <summary>The table that was applied.</summary>
    [Parameter, EditorRequired]
    public required StructureCodes Codes { get; set; }

    /// <summary>Name of the bounding box, for screen readers.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    private IReadOnlyList<Bar> Bars
    {
        get
        {
            long most = Counts.Where(entry => entry.Key != 0).Select(entry => entry.Value).DefaultIfEmpty(1).Max();
            return [.. Counts.Where(entry => entry.Key != 0).OrderBy(entry => entry.Key)
                .Select(entry => new Bar(entry.Key, entry.Value, Meaning(entry.Key), ShortestBar + (LongestBar * entry.Value / most)))];
        }
    }

    private string Meaning(int code) =>
        code == Codes.Vesicle ? "vesicle"
        : Codes.Cleft.Contains(code) ? "cleft"
        : code == Codes.Mitochondria ? "mitochondria"
        : "unused";

    private sealed record Bar(int Code, long Count, string Meaning, double Width);
}
