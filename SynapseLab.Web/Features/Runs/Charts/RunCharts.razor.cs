using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Charts;

/// <summary>A run whose values are drawn.</summary>
/// <param name="Id">The run; it decides the colour.</param>
/// <param name="Name">Name in the legend.</param>
/// <param name="ChanceLoss">Loss of a network that tells nothing apart; null where the method has no such figure.</param>
public sealed record ChartedRun(int Id, string Name, double? ChanceLoss)
{
    /// <summary>A run of the history.</summary>
    internal static ChartedRun Of(Run run)
    {
        TrainingOptions options = TrainingJson.ParseOptions(run.OptionsJson);
        return new(run.Id, run.Name, MethodCatalogue.Find(options.Method).ChanceLoss(options.BatchSize, options.MethodParameters));
    }
}

/// <summary>
/// Live charts of one run, or of several in one. The markup is fixed; the script draws, fetches the history and follows the
/// hub by itself, so that charts go on while the circuit reconnects.
/// </summary>
public sealed partial class RunCharts : IAsyncDisposable
{
    private static readonly string[] s_kinds = ["png", "svg", "csv"];

    private readonly CancellationTokenSource _end = new();
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _charts;
    private ChartView _view = new("step", 0.6, false);

    /// <summary>The runs to draw; fixed for the component's life.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChartedRun> Runs { get; set; }

    [Inject]
    private IJSRuntime Js { get; init; } = null!;

    private string FileName => Runs.Count == 1 ? $"run-{Runs[0].Id}" : "runs";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        try
        {
            if (_charts is not null)
            {
                await _charts.InvokeVoidAsync("dispose");
                await _charts.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its charts with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var options = new
            {
                runs = Runs.Select(run => new { id = run.Id, name = run.Name, chanceLoss = run.ChanceLoss }),
                xKind = _view.XKind,
                smoothing = _view.Smoothing,
                log = _view.Log,
            };
            _module = await Js.InvokeAsync<IJSObjectReference>("import", _end.Token, "./assets/Features/Runs/Charts/RunCharts.js");
            _charts = await _module.InvokeAsync<IJSObjectReference>("create", _end.Token, _element, options);
        }
    }

    private async Task UpdateAsync(ChartView view)
    {
        _view = view;
        if (_charts is not null)
        {
            await _charts.InvokeVoidAsync("update", _end.Token, new { xKind = view.XKind, smoothing = view.Smoothing, log = view.Log });
        }
    }

    private sealed record ChartView(string XKind, double Smoothing, bool Log);
}
