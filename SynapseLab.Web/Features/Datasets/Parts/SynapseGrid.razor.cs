using Microsoft.AspNetCore.Components;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Parts;

/// <summary>All synapses of a dataset, sortable and filterable; a row opens the viewer.</summary>
public sealed partial class SynapseGrid
{
    private IReadOnlyList<Row> _rows = [];
    private IReadOnlyList<Row> _shown = [];
    private string _text = "";
    private string _box = "";
    private string _polarity = "";

    /// <summary>Key of the dataset.</summary>
    [Parameter, EditorRequired]
    public int DatasetId { get; set; }

    /// <summary>Its report.</summary>
    [Parameter, EditorRequired]
    public required InspectionReport Report { get; set; }

    [Inject]
    private PolarityOverrides Overrides { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var decisions = await Overrides.CurrentAsync(DatasetId);
        _rows = [.. Report.BoundingBoxes.SelectMany(box => box.Synapses.Select(synapse => Row.Of(box, synapse, decisions.GetValueOrDefault(synapse.FullId))))];
        Filter();
    }

    private void Filter() => _shown =
    [
        .. _rows.Where(row => row.FullId.Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase)
            && (_box.Length == 0 || row.Box == _box)
            && (_polarity.Length == 0 || row.Polarity == _polarity)),
    ];

    private string Href(Row row) => $"datasets/{DatasetId}/synapses/{Uri.EscapeDataString(row.FullId)}";

    private void Open(Row row) => Navigation.NavigateTo(Href(row));

    private sealed record Row(string FullId, string Box, int Z, int Y, int X, int Side, string Polarity, string? Reason, double Margin, bool Padded)
    {
        internal static Row Of(BoundingBoxInspection box, SynapseInspection synapse, PolarityDecision? decision) => new(
            synapse.FullId, box.Name, synapse.Center.Z, synapse.Center.Y, synapse.Center.X,
            decision?.Side ?? synapse.Polarity.Side,
            decision is not null ? "manual" : synapse.Polarity.State.ToString().ToLowerInvariant(),
            decision is not null ? $"Set by {decision.DecidedBy}" : synapse.Polarity.Reason,
            synapse.Polarity.Margin, synapse.NeedsPadding);
    }
}
