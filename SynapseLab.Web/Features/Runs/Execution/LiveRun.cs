using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// The values of a run that is working now, shared between its device's thread (writes) and the fan-out (reads).
/// Everything inside is bounded: the series by <see cref="BoundedSeries"/>, what waits for the fan-out by <see cref="PendingLimit"/>.
/// </summary>
internal sealed class LiveRun(int runId, BoundedSeries steps, BoundedSeries metrics)
{
    /// <summary>Rows kept for the next fan-out; a faster trainer loses the oldest of them live, never in the series.</summary>
    internal const int PendingLimit = 2000;

    private readonly Lock _lock = new();
    private readonly Queue<StepRow> _newSteps = new();
    private readonly Queue<MetricRow> _newMetrics = new();
    private double _secondsBefore = steps.RowCount > 0 ? steps.Column(2)[^1] : 0;
    private RunStarted? _start;
    private StepRow? _lastStep;
    private MetricRow? _lastMetric;
    private double? _bestSilhouette;
    private double? _remainingSeconds;
    private string _stage = "starting";
    private WorkProgress? _work;
    private bool _changed = true;

    /// <summary>The run's id.</summary>
    internal int RunId => runId;

    /// <summary>Takes one event of the trainer.</summary>
    internal void Apply(TrainingEvent trainingEvent)
    {
        lock (_lock)
        {
            _changed = true;
            switch (trainingEvent)
            {
                case RunStarted started:
                    Start(started);
                    break;
                case StepCompleted step:
                    Add(new StepRow(step.Step, EpochAt(step), Seconds(step), step.Loss, step.LearningRate, step.CubesPerSecond));
                    break;
                case EpochCompleted epoch:
                    _remainingSeconds = epoch.RemainingSeconds;
                    break;
                case MetricsComputed computed:
                    Add(MetricRow.From(computed, EpochAt(computed), Seconds(computed)));
                    break;
            }
        }
    }

    /// <summary>Says what is done beside training, e.g. the evaluation.</summary>
    internal void Report(WorkProgress work)
    {
        lock (_lock)
        {
            (_stage, _work, _changed) = ("evaluating", work, true);
        }
    }

    /// <summary>What the run looks like now.</summary>
    internal RunSnapshot Snapshot()
    {
        lock (_lock)
        {
            return new(runId, RunStatus.Running, _work?.Stage ?? _stage, Fraction(), _remainingSeconds,
                _start?.TotalSteps, _lastStep, _lastMetric, _bestSilhouette, null);
        }
    }

    /// <summary>Both series as stored and sent.</summary>
    internal (byte[] Steps, byte[] Metrics) SeriesBytes()
    {
        lock (_lock)
        {
            return (steps.ToBytes(), metrics.ToBytes());
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

            _changed = false;
            var changes = new RunChanges([.. _newSteps], [.. _newMetrics]);
            _newSteps.Clear();
            _newMetrics.Clear();
            return changes;
        }
    }

    private void Start(RunStarted started)
    {
        _start = started;
        _stage = "training";
        steps.TruncateAfter(started.Step);
        metrics.TruncateAfter(started.Step);
        _secondsBefore = steps.RowCount > 0 ? steps.Column(2)[^1] : 0;
    }

    private void Add(StepRow row)
    {
        _lastStep = row;
        row.AppendTo(steps);
        Enqueue(_newSteps, row);
        if (_start is { } start && row.Step > start.Step)
        {
            double secondsPerStep = (row.ElapsedSeconds - _secondsBefore) / (row.Step - start.Step);
            _remainingSeconds = (start.TotalSteps - row.Step) * secondsPerStep;
        }
    }

    private void Add(MetricRow row)
    {
        _lastMetric = row;
        _bestSilhouette = Math.Max(_bestSilhouette ?? double.NegativeInfinity, row.Silhouette);
        row.AppendTo(metrics);
        Enqueue(_newMetrics, row);
    }

    private static void Enqueue<T>(Queue<T> queue, T row)
    {
        queue.Enqueue(row);
        if (queue.Count > PendingLimit)
        {
            queue.Dequeue();
        }
    }

    private double EpochAt(TrainingEvent e) => _start is { StepsPerEpoch: > 0 } start ? (double)e.Step / start.StepsPerEpoch : e.Epoch;

    private double Seconds(TrainingEvent e) => _secondsBefore + e.ElapsedSeconds;

    private double Fraction() => _work is { Total: > 0 } work ? (double)work.Done / work.Total
        : _start is { TotalSteps: > 0 } start && _lastStep is { } last ? (double)last.Step / start.TotalSteps : 0;
}
