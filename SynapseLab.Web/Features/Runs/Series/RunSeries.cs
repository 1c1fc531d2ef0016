namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>All that charts draw of one run, each part bounded. Not thread-safe.</summary>
internal sealed class RunSeries(BoundedSeries steps, BoundedSeries metrics, BoundedSeries telemetry)
{
    private const int ElapsedSecondsColumn = 2;

    /// <summary>Of a run that has not begun.</summary>
    internal RunSeries()
        : this(StepRow.Stored(null), MetricRow.Stored(null), TelemetryRow.Stored(null))
    {
    }

    /// <summary>Optimiser steps, <see cref="StepRow"/>.</summary>
    internal BoundedSeries Steps => steps;

    /// <summary>Metrics, <see cref="MetricRow"/>.</summary>
    internal BoundedSeries Metrics => metrics;

    /// <summary>The machine, <see cref="TelemetryRow"/>.</summary>
    internal BoundedSeries Telemetry => telemetry;

    /// <summary>The newest probe's spectrum; null before the first.</summary>
    internal RunSpectrum? Spectrum { get; set; }

    /// <summary>Training time of the steps that are there.</summary>
    internal double ElapsedSeconds => steps.RowCount > 0 ? steps.Column(ElapsedSecondsColumn)[^1] : 0;

    /// <summary>Drops what came after <paramref name="step"/>: a resumed run does those steps again.</summary>
    internal void TruncateAfter(long step)
    {
        steps.TruncateAfter(step);
        metrics.TruncateAfter(step);
        telemetry.TruncateAfter(step);
        Spectrum = Spectrum?.Step > step ? null : Spectrum;
    }

    /// <summary>As stored and sent.</summary>
    internal RunSeriesBytes ToBytes() => new(steps.ToBytes(), metrics.ToBytes(), telemetry.ToBytes(), Spectrum);
}

/// <summary>A run's series in the form of "Series bytes" in docs/api.md, and its spectrum.</summary>
internal sealed record RunSeriesBytes(byte[] Steps, byte[] Metrics, byte[] Telemetry, RunSpectrum? Spectrum);
