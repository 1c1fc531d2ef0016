using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SynapseLab.Web.Features.Embeddings.Points;

namespace SynapseLab.Web.Features.Embeddings.Scatter;

/// <summary>The WebGL scatter of one embedding set; points travel as bytes from the endpoint to the canvas, only choices pass here.</summary>
public sealed partial class ScatterPlot : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private ElementReference _element;
    private DotNetObjectReference<ScatterPlot>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _plot;
    private (int Colouring, bool Lasso, string Selected) _drawn;

    /// <summary>The embedding set.</summary>
    [Parameter, EditorRequired]
    public int EvaluationId { get; set; }

    /// <summary>Title of the exported picture.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Its points and colourings.</summary>
    [Parameter, EditorRequired]
    public required EmbeddingView View { get; set; }

    /// <summary>Index of the shown colouring.</summary>
    [Parameter]
    public int Colouring { get; set; }

    /// <summary>Whether dragging draws a lasso instead of moving the view.</summary>
    [Parameter]
    public bool Lasso { get; set; }

    /// <summary>Selected points.</summary>
    [Parameter]
    public IReadOnlyList<int> Selected { get; set; } = [];

    /// <summary>Points were picked by click or lasso; empty when the selection was cleared.</summary>
    [Parameter]
    public EventCallback<int[]> OnPicked { get; set; }

    [Inject]
    private IJSRuntime Js { get; init; } = null!;

    private string Label => $"{Title}: UMAP of {View.Points.Count} synapses; the table below holds the same points";

    /// <summary>Called by the script when the selection changed there.</summary>
    [JSInvokable]
    public Task OnSelected(int[] points)
    {
        _drawn.Selected = string.Join(',', points);
        return OnPicked.InvokeAsync(points);
    }

    /// <summary>Shows all points again.</summary>
    public async Task ResetAsync() => await CallAsync("reset");

    /// <summary>Saves the picture; <paramref name="kind"/> is png or svg.</summary>
    public async Task SaveAsync(string kind) => await CallAsync("save", kind);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        _self?.Dispose();
        try
        {
            if (_plot is not null)
            {
                await _plot.InvokeVoidAsync("dispose");
                await _plot.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its canvas with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await CreateAsync();
        }
        else if (_plot is not null)
        {
            await UpdateAsync();
        }
    }

    private async Task CreateAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _drawn = (Colouring, Lasso, string.Join(',', Selected));
        _module = await Js.InvokeAsync<IJSObjectReference>("import", _end.Token, "./assets/Features/Embeddings/Scatter/ScatterPlot.js");
        _plot = await _module.InvokeAsync<IJSObjectReference>("create", _end.Token, _element, Options(), _self);
    }

    private async Task UpdateAsync()
    {
        string selected = string.Join(',', Selected);
        (int colouring, bool lasso, string before) = _drawn;
        _drawn = (Colouring, Lasso, selected);
        if (colouring != Colouring)
        {
            await CallAsync("colour", Colouring);
        }

        if (lasso != Lasso)
        {
            await CallAsync("lasso", Lasso);
        }

        if (before != selected)
        {
            await CallAsync("select", Selected);
        }
    }

    private object Options() => new
    {
        pointsUrl = $"api/evaluations/{EvaluationId}/points",
        cubesUrl = $"api/evaluations/{EvaluationId}/points/",
        title = Title,
        fileName = $"scatter-{EvaluationId}",
        ids = View.Points.Select(point => point.FullId),
        colourings = View.Colourings.Select(way => new { key = way.Key, labels = way.Labels, continuous = way.IsContinuous, low = way.Low, high = way.High }),
        colouring = Colouring,
        selected = Selected,
        lasso = Lasso,
    };

    private async Task CallAsync(string method, params object[] values)
    {
        if (_plot is not null)
        {
            await _plot.InvokeVoidAsync(method, _end.Token, values);
        }
    }
}
