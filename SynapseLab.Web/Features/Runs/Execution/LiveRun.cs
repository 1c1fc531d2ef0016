using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// The values of a run that is working now, shared between its device's thread (writes) and the fan-out (reads).
/// Everything inside is bounded: the series by <see cref="BoundedSeries"/>, what waits for the fan-out by <see cref="PendingRows{T}"/>.
/// </summary>
internal sealed class LiveRun(int runId, RunSeries series, RunFindings findings)
{
    private readonly Lock _lock = new();
    private readonly PendingRows<StepRow> _newSteps = new();
    private readonly PendingRows<MetricRow> _newMetrics = new();
    private readonly PendingRows<TelemetryRow> _newTelemetry = new();
    private double _secondsBefore = series.ElapsedSeconds;
    private RunStarted? _start;
    private RunSpectrum? _newSpectrum;
    private StepRow? _lastStep;
    private MetricRow? _lastMetric;
    private double? _bestSilhouette;
    private double? _remainingSeconds;
    private bool _changed = true;

    /// <summary>The run's id.</summary>
    internal int RunId => runId;

    /// <summary>Takes one event of the trainer.</summary>
    internal void Apply(TrainingEvent trainingEvent)
    {
        lock (_lock)
        {
            _changed = true;
            findings.Apply(trainingEvent);
            switch (trainingEvent)
            {
                case RunStarted started:
                    Start(started);
                    break;
                case StepCompleted step:
                    Add(StepRow.From(step, EpochAt(step), Seconds(step)));
                    break;
                case EpochCompleted epoch:
                    _remainingSeconds = epoch.RemainingSeconds;
                    break;
                case MetricsComputed computed:
                    Add(computed);
                    break;
                case TelemetrySampled sampled:
                    Add(TelemetryRow.From(sampled, EpochAt(sampled), Seconds(sampled)));
                    break;
            }
        }
    }

    /// <summary>What the run looks like now.</summary>
    internal RunSnapshot Snapshot()
    {
        lock (_lock)
        {
            return new(runId, RunStatus.Running, _start is null ? "starting" : "training", Fraction(), _remainingSeconds,
                _start?.TotalSteps, _lastStep, _lastMetric, _bestSilhouette, null, findings.All);
        }
    }

    /// <summary>All series as stored and sent.</summary>
    internal RunSeriesBytes SeriesBytes()
    {
        lock (_lock)
        {
            return series.ToBytes();
        }
    }

    /// <summary>The rows since the last call, or null when nothing changed.</summary>
    internal RunChanges? TakeChanges()
    {
        lock (_lock)
        {
            if (!_changed)
            {
                return null;
            }

            var changes = new RunChanges(_newSteps.Take(), _newMetrics.Take(), _newTelemetry.Take(), _newSpectrum);
            (_changed, _newSpectrum) = (false, null);
            return changes;
        }
    }

    private void Start(RunStarted started)
    {
        _start = started;
        series.TruncateAfter(started.Step);
        _secondsBefore = series.ElapsedSeconds;
    }

    private void Add(StepRow row)
    {
        _lastStep = row;
        row.AppendTo(series.Steps);
        _newSteps.Add(row);
        if (_start is { } start && row.Step > start.Step)
        {
            double secondsPerStep = (row.ElapsedSeconds - _secondsBefore) / (row.Step - start.Step);
            _remainingSeconds = (start.TotalSteps - row.Step) * secondsPerStep;
        }
    }

    private void Add(MetricsComputed computed)
    {
        MetricRow row = MetricRow.From(computed, EpochAt(computed), Seconds(computed));
        _lastMetric = row;
        _bestSilhouette = Math.Max(_bestSilhouette ?? double.NegativeInfinity, row.Silhouette);
        row.AppendTo(series.Metrics);
        _newMetrics.Add(row);
        if (computed.SingularValues is { } values)
        {
            series.Spectrum = _newSpectrum = new(computed.Step, values.Values);
        }
    }

    private void Add(TelemetryRow row)
    {
        row.AppendTo(series.Telemetry);
        _newTelemetry.Add(row);
    }

    private double EpochAt(TrainingEvent e) => _start is { StepsPerEpoch: > 0 } start ? (double)e.Step / start.StepsPerEpoch : e.Epoch;

    private double Seconds(TrainingEvent e) => _secondsBefore + e.ElapsedSeconds;

    private double Fraction() => _start is { TotalSteps: > 0 } start && _lastStep is { } last ? (double)last.Step / start.TotalSteps : 0;
}
