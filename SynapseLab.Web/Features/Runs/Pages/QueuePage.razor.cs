using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Pages;

/// <summary>What each device does and what waits for it.</summary>
public sealed partial class QueuePage : IDisposable
{
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(1);

    private IReadOnlyList<RunRow>? _queue;
    private IReadOnlyDictionary<int, string> _names = new Dictionary<int, string>();
    private ClaimsPrincipal _person = new();
    private ITimer? _timer;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private RunExecutor Executor { get; init; } = null!;

    [Inject]
    private RunRequests Requests { get; init; } = null!;

    [Inject]
    private ProgressFanout Fanout { get; init; } = null!;

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
        _queue = await Catalogue.QueueAsync();
        _names = (await Catalogue.ListAsync()).ToDictionary(run => run.Id, run => run.Name);
        StateHasChanged();
    }

    private async Task MoveAsync(int runId, bool forward)
    {
        Requests.Move(runId, forward);
        await LoadAsync();
    }
}
