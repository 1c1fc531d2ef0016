using System.Globalization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>A run's embedding sets, with the progress of the one that is being computed.</summary>
public sealed partial class RunEvaluations : IDisposable
{
    private IReadOnlyList<Evaluation> _sets = [];
    private IDisposable? _subscription;
    private int? _clusterCount;
    private string? _missing;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public int RunId { get; set; }

    /// <summary>The run's dataset.</summary>
    [Parameter, EditorRequired]
    public int DatasetId { get; set; }

    /// <summary>Whether the person may ask for another evaluation.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>Whether there is a checkpoint to evaluate.</summary>
    [Parameter]
    public bool HasCheckpoint { get; set; }

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private EvaluationStore Store { get; init; } = null!;

    [Inject]
    private RunRequests Requests { get; init; } = null!;

    [Inject]
    private EvaluationUpdates Updates { get; init; } = null!;

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _sets = await Catalogue.EvaluationsAsync(RunId);
        _missing = WhatIsMissing();
        _subscription = Updates.Subscribe(progress =>
        {
            if (progress.RunId == RunId)
            {
                _ = InvokeAsync(ReloadAsync);
            }
        });
    }

    private async Task ReloadAsync()
    {
        _sets = await Catalogue.EvaluationsAsync(RunId);
        StateHasChanged();
    }

    private async Task EvaluateAsync()
    {
        try
        {
            await Requests.EvaluateAsync(RunId, _clusterCount);
        }
        catch (EngineException problem)
        {
            _missing = problem.Message; // the cubes were deleted meanwhile
        }

        await ReloadAsync();
    }

    private string? WhatIsMissing()
    {
        try
        {
            Store.CubesFor(RunId);
            return null;
        }
        catch (EngineException problem)
        {
            return problem.Message;
        }
    }

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
