using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>What a measurement told about the form's options, or the way to one. Holds nothing: the page's session does.</summary>
public sealed partial class PreflightPanel
{
    /// <summary>The measurement at hand; null when there is none.</summary>
    [Parameter]
    public MeasurementState? Now { get; set; }

    /// <summary>What keeps the device busy now, for one who waits.</summary>
    [Parameter]
    public BusyDevice? Forecast { get; set; }

    /// <summary>What keeps the device busy, for one who must decide whether to wait.</summary>
    [Parameter]
    public BusyDevice? Busy { get; set; }

    /// <summary>What was measured; null when nothing was with such options.</summary>
    [Parameter]
    public PreflightFigures? Figures { get; set; }

    /// <summary>Why the last measurement failed.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Whether the options can be measured at all.</summary>
    [Parameter]
    public bool CanMeasure { get; set; }

    /// <summary>Whether a start waits for the measurement at hand.</summary>
    [Parameter]
    public bool IsStarting { get; set; }

    /// <summary>Measure.</summary>
    [Parameter]
    public EventCallback OnMeasure { get; set; }

    /// <summary>Measure as soon as the device is free.</summary>
    [Parameter]
    public EventCallback OnWait { get; set; }

    /// <summary>Do not measure, or no longer.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>Start the run all the same.</summary>
    [Parameter]
    public EventCallback OnSkip { get; set; }

    /// <summary>Take a proposal.</summary>
    [Parameter]
    public EventCallback<PreflightProposal> OnUse { get; set; }
}
