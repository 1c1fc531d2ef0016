using System.Globalization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Embeddings.Points;
using SynapseLab.Web.Features.Embeddings.Scatter;

namespace SynapseLab.Web.Features.Embeddings.Pages;

/// <summary>The map of one embedding set; colouring and selection are in the address.</summary>
public sealed partial class ScatterPage
{
    /// <summary>Most selected points that an address carries; a larger lasso lives in the page only.</summary>
    private const int AddressLimit = 50;

    private static readonly string[] s_files = ["embeddings.npy", "embeddings.csv", "metrics.json", "report.html"];

    private ScatterPlot? _plot;
    private Evaluation? _set;
    private EmbeddingView? _view;
    private IReadOnlyList<int> _selected = [];
    private string? _problem;
    private int _colouring;
    private int _loadedId = -1;
    private bool _lasso;

    /// <summary>The embedding set.</summary>
    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "colour")]
    private string? Colour { get; set; }

    [SupplyParameterFromQuery(Name = "points")]
    private string? PointsText { get; set; }

    [Inject]
    private EmbeddingViews Views { get; init; } = null!;

    [Inject]
    private EmbeddingList List { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    private Colouring Shown => _view!.Colourings[_colouring];

    private string Title => $"Embedding of {_set?.Run?.Name}";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _problem = null;
        try
        {
            if (_loadedId != Id)
            {
                _set = await List.FindAsync(Id);
                _view = await Views.OpenAsync(Id);
                _selected = [.. Indices(PointsText, _view.Points.Count)];
                _loadedId = Id;
            }

            int wanted = _view!.Colourings.ToList().FindIndex(way => way.Key == Colour);
            _colouring = wanted >= 0 ? wanted : 0;
        }
        catch (EngineException e)
        {
            _problem = e.Message;
        }
    }

    private void Picked(int[] points)
    {
        _selected = points;
        Go("points", points.Length is > 0 and <= AddressLimit ? string.Join(',', points) : null);
    }

    private void SelectLabel(int label) => Picked([.. Enumerable.Range(0, _view!.Points.Count).Where(point => Shown.Values[point] == label)]);

    private void Go(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, value), replace: true);

    private static IEnumerable<int> Indices(string? text, int count) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : -1)
        .Where(index => index >= 0 && index < count);
}
