using Microsoft.AspNetCore.Components;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>Puts a stopped run back into the queue; where the machine has several GPUs, in as many processes as the person says.</summary>
public sealed partial class ResumeButton
{
    private IReadOnlyList<int> _numbers = [];
    private int _processes;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required Run Run { get; set; }

    /// <summary>Its options.</summary>
    [Parameter, EditorRequired]
    public required TrainingOptions Options { get; set; }

    [Inject]
    private RunRequests Requests { get; init; } = null!;

    [Inject]
    private ITrainingBackend Backend { get; init; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _numbers = ProcessChoice.ToResume(Options, [.. Backend.Devices.Select(device => device.Name)], Environment.ProcessorCount);
        _processes = _numbers.Contains(Options.Processes) ? Options.Processes : _numbers[^1];
    }
}
