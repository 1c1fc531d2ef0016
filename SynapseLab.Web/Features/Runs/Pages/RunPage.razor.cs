using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Files;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Pages;

/// <summary>One run: its state, charts, files, log and options.</summary>
public sealed partial class RunPage : IDisposable
{
    private Run? _run;
    private TrainingOptions _options = new();
    private RunSnapshot? _snapshot;
    private IReadOnlyList<RunFile> _files = [];
    private RunLog? _runLog;
    private IReadOnlyList<string> _log = [];
    private IDisposable? _subscription;
    private string? _problem;
    private string _person = "";
    private bool _mayChange;
    private bool _mayLaunch;
    private bool _isStopping;
    private int _filesVersion;
    private int _filesEpoch = -1;

    /// <summary>The run.</summary>
    [Parameter]
    public int Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private RunCatalogue Catalogue { get; init; } = null!;

    [Inject]
    private RunStore Store { get; init; } = null!;

    [Inject]
    private RunRequests Requests { get; init; } = null!;

    [Inject]
    private ProgressFanout Fanout { get; init; } = null!;

    [Inject]
    private RunUpdates Updates { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    private bool HasCheckpoint => _files.Any(file => file.Name.StartsWith("checkpoints/", StringComparison.Ordinal));

    private string Status => _snapshot?.Status ?? _run!.Status;

    /// <inheritdoc />
    public void Dispose() => _subscription?.Dispose();

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _subscription?.Dispose();
        (_problem, _isStopping, _filesEpoch) = (null, false, -1);
        try
        {
            ClaimsPrincipal person = (await Authentication).User;
            _run = await Catalogue.FindAsync(Id);
            _runLog = new RunLog(_run.RunDir);
            _options = TrainingJson.ParseOptions(_run.OptionsJson);
            _person = person.Identity?.Name ?? "";
            _mayChange = RunPermissions.MayChange(person, _run.CreatedBy);
            _mayLaunch = RunPermissions.MayLaunch(person);
            _snapshot = Fanout.Find(Id)?.Snapshot() ?? await Store.FindSnapshotAsync(Id);
            ReadFolder();
            _subscription = Updates.Subscribe(snapshot => _ = snapshot.RunId == Id ? InvokeAsync(() => ShowAsync(snapshot)) : Task.CompletedTask);
        }
        catch (EngineException e)
        {
            _problem = e.Message;
        }
    }

    private async Task ShowAsync(RunSnapshot snapshot)
    {
        bool statusChanged = snapshot.Status != Status;
        _snapshot = snapshot;
        int epoch = (int)(snapshot.LastStep?.Epoch ?? 0);
        if (statusChanged)
        {
            _isStopping = false;
            await ReloadAsync();
        }
        else if (epoch != _filesEpoch)
        {
            ReadFolder();
        }

        _filesEpoch = epoch;

        StateHasChanged();
    }

    private async Task ReloadAsync()
    {
        try
        {
            _run = await Catalogue.FindAsync(Id);
            _filesVersion++;
            _runLog = new RunLog(_run.RunDir); // a run that failed before its first checkpoint begins anew, with another log
            ReadFolder();
        }
        catch (EngineException gone)
        {
            _problem = gone.Message;
        }
    }

    private void ReadFolder()
    {
        _files = RunFiles.OfRun(_run!.RunDir);
        _log = _runLog!.Refresh();
    }

    private async Task CancelAsync()
    {
        _isStopping = Status == RunStatus.Running;
        await Requests.CancelAsync(Id);
    }


    private void LeaveDeleted()
    {
        Updates.Publish(_snapshot! with { Status = RunStatus.Deleted });
        Navigation.NavigateTo("runs");
    }
}
