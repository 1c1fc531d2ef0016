using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>What the form's options will do, estimated or measured, and the start of the run.</summary>
public sealed partial class LaunchPanel : IDisposable
{
    private PreflightSession _session = null!;
    private string? _problem;
    private bool _isLaunching;

    /// <summary>The run's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The cubes it trains on.</summary>
    [Parameter, EditorRequired]
    public required CubeSet CubeSet { get; set; }

    /// <summary>All sets that are ready.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CubeSet> Sets { get; set; }

    /// <summary>The form's options.</summary>
    [Parameter, EditorRequired]
    public required TrainingOptions Options { get; set; }

    /// <summary>The device that they mean.</summary>
    [Parameter, EditorRequired]
    public required DeviceInfo Device { get; set; }

    /// <summary>How fast earlier runs were.</summary>
    [Parameter, EditorRequired]
    public required SpeedHistory Speeds { get; set; }

    /// <summary>Fields that need another value.</summary>
    [Parameter]
    public int ErrorCount { get; set; }

    /// <summary>What the page has to say about the set.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>The person took other options.</summary>
    [Parameter]
    public EventCallback<TrainingOptions> OnOptions { get; set; }

    /// <summary>The run could not be launched: what the page knows of the others may be old.</summary>
    [Parameter]
    public EventCallback OnRefused { get; set; }

    private MethodDescription Method => MethodCatalogue.Find(Options.Method);

    // A method's paper ends with its address: "Chen et al. 2020, https://arxiv.org/abs/2002.05709".
    private string PaperLink => Method.Paper[Method.Paper.IndexOf("https://", StringComparison.Ordinal)..];

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private PreflightDesk Desk { get; init; } = null!;

    [Inject]
    private RunLauncher Launcher { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private TimeProvider Clock { get; init; } = null!;

    private bool IsWrong => ErrorCount > 0;

    private PreflightFigures? Figures => !IsWrong && Desk.Find(CubeSet.Id, Options) is { } measured ? new(measured, Options, RunCubes.Of(CubeSet, Options).Count, Clock.GetUtcNow()) : null;

    /// <inheritdoc />
    public void Dispose() => _session.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized() => _session = new(Desk, () => _ = InvokeAsync(StateHasChanged));

    /// <summary>Measures where that is due, then queues the run and goes to its page.</summary>
    internal async Task StartAsync()
    {
        // A second click may be on its way before the first one has disabled the button.
        if (_isLaunching)
        {
            return;
        }

        (_isLaunching, _problem) = (true, null);
        var (name, cubeSetId, options) = (Name, CubeSet.Id, Options); // what was seen when the start was asked for
        if (await _session.MayStartAsync(cubeSetId, options))
        {
            await LaunchAsync(name, cubeSetId, options);
        }
        else
        {
            _isLaunching = false;
        }

        StateHasChanged();
    }

    private async Task SkipAsync()
    {
        if (_session.IsStarting)
        {
            _session.Skip();
        }
        else if (!_isLaunching)
        {
            _isLaunching = true;
            await LaunchAsync(Name, CubeSet.Id, Options);
        }
    }

    private async Task LaunchAsync(string name, int cubeSetId, TrainingOptions options)
    {
        try
        {
            string person = (await Authentication).User.Identity?.Name ?? "";
            int id = await Launcher.LaunchAsync(name, cubeSetId, options, person);
            Navigation.NavigateTo($"runs/{id}");
        }
        catch (Exception e) when (e is EngineException or DbUpdateException or SqliteException)
        {
            (_problem, _isLaunching) = (FailureText.Of(e), false);
            await OnRefused.InvokeAsync();
        }
    }
}
