using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Pages;

/// <summary>What each device does and what waits for it.</summary>
public sealed partial class QueuePage : IDisposable
{
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(1);

    private IReadOnlyList<WaitingWork>? _waiting;
    private IReadOnlyDictionary<int, RunRow> _runs = new Dictionary<int, RunRow>();
    private ClaimsPrincipal _person = new();
    private ITimer? _timer;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private WaitingList Waiting { get; init; } = null!;

    [Inject]
    private RunExecutor Executor { get; init; } = null!;

    [Inject]
    private RunRequests Requests { get; init; } = null!;

    [Inject]
    private ProgressFanout Fanout { get; init; } = null!;

    [Inject]
    private EvaluationUpdates Evaluations { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _person = (await Authentication).User;
        await LoadAsync();
        _timer = Clock.CreateTimer(_ => _ = InvokeAsync(LoadAsync), null, s_refresh, s_refresh);
    }

    private async Task LoadAsync()
    {
        _runs = (await Catalogue.ListAsync()).ToDictionary(run => run.Id);
        _waiting = await Waiting.ReadAsync();
        StateHasChanged();
    }

    private string OwnerOf(int? runId) => runId is { } id && _runs.TryGetValue(id, out RunRow? run) ? run.Owner : "";

    private bool MayChange(int? runId) => runId is not null && RunPermissions.MayChange(_person, OwnerOf(runId));

    private string ProgressOf(DeviceWork work) => work switch
    {
        EvaluationWork evaluation => Evaluations.Find(evaluation.EvaluationId) is { } now ? Progress(now.Stage, now.Fraction, null) : "",
        JobWork { Now: var now } => Progress(now.Stage, now.Total > 0 ? (double)now.Done / now.Total : 0, now.Remaining),
        { RunId: { } id } => Fanout.Find(id)?.Snapshot() is { } now
            ? Progress(now.Stage, now.Fraction, now.RemainingSeconds is { } left ? TimeSpan.FromSeconds(left) : null)
            : "",
        _ => "",
    };

    private static string Progress(string stage, double fraction, TimeSpan? left) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(stage.Length > 0 ? $"{stage}, " : "")}{fraction:P0}{(left is { } remaining ? $", about {Quantity.Duration(remaining)} left" : "")}");

    private async Task MoveAsync(int runId, bool forward)
    {
        Requests.Move(runId, forward);
        await LoadAsync();
    }
}
