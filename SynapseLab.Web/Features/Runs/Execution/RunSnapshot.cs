using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What a page or a hub client sees of a run at one moment.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="Stage">What is being done, in words; empty when the run does not work.</param>
/// <param name="Fraction">Share of the current stage that is done, 0 … 1.</param>
/// <param name="RemainingSeconds">Estimated training time left; null when not known.</param>
/// <param name="TotalSteps">Optimiser steps of the whole run; null before it started.</param>
/// <param name="LastStep">The newest step.</param>
/// <param name="LastMetrics">The newest metrics.</param>
/// <param name="BestSilhouette">Best silhouette since the run started or resumed.</param>
/// <param name="Message">Why it failed, was interrupted or paused.</param>
/// <param name="Findings">What the collapse doctor has said, oldest first; those that passed carry the epoch.</param>
public sealed record RunSnapshot(
    int RunId,
    string Status,
    string Stage,
    double Fraction,
    double? RemainingSeconds,
    long? TotalSteps,
    StepRow? LastStep,
    MetricRow? LastMetrics,
    double? BestSilhouette,
    string? Message,
    IReadOnlyList<RunFinding> Findings);

/// <summary>Rows that arrived since the last fan-out.</summary>
internal sealed record RunChanges(IReadOnlyList<StepRow> Steps, IReadOnlyList<MetricRow> Metrics, IReadOnlyList<TelemetryRow> Telemetry, RunSpectrum? Spectrum);
