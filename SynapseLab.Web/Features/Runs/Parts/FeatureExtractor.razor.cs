using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Extraction;
using SynapseLab.Web.Features.Runs.Files;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>Extracts the features of all cubes by a run's network, and offers what was extracted.</summary>
public sealed partial class FeatureExtractor
{
    private static readonly string[] s_poolings = ["avg", "max", "avg+max", "spp", "flatten"];

    private IReadOnlyList<RunFile> _files = [];
    private int _layer = FeatureExtractionOptions.DefaultLayer;
    private string _pooling = "";
    private string? _problem;

    /// <summary>The run, which neither waits nor works.</summary>
    [Parameter, EditorRequired]
    public required Run Run { get; set; }

    /// <summary>Its options.</summary>
    [Parameter, EditorRequired]
    public required TrainingOptions Options { get; set; }

    /// <summary>Whether the person may start and stop the work.</summary>
    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public required string Person { get; set; }

    /// <summary>Whether there is a network.</summary>
    [Parameter]
    public bool HasCheckpoint { get; set; }

    [Inject]
    private FeatureJobs Jobs { get; init; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _pooling = FeatureExtractionOptions.DefaultPooling(Options, _layer);
        ReadFiles();
    }

    private void ReadFiles() => _files = RunFiles.OfFeatures(Run.RunDir);

    private async Task StartAsync()
    {
        _problem = null;
        try
        {
            await Jobs.StartAsync(Run.Id, _layer, _pooling, Person);
        }
        catch (EngineException e)
        {
            _problem = e.Message;
        }
    }
}
