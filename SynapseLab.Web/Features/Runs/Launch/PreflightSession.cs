using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>One form's dealings with the pre-flight: asking, waiting, giving up, and whether the run may start.</summary>
/// <param name="desk">Where it asks.</param>
/// <param name="changed">Told of every change, on any thread.</param>
internal sealed class PreflightSession(PreflightDesk desk, Action changed) : IDisposable
{
    private Measurement? _measurement;
    private TaskCompletionSource? _skip;

    /// <summary>The measurement at hand; null when none waits or works.</summary>
    internal MeasurementState? Now => _measurement?.Now;

    /// <summary>What kept the device busy when a measurement was asked for, until the person decides; null otherwise.</summary>
    internal BusyDevice? Busy { get; private set; }

    /// <summary>Why the last measurement failed; null when it did not.</summary>
    internal string? Problem { get; private set; }

    /// <summary>Whether a start waits for the measurement at hand.</summary>
    internal bool IsStarting => _skip is not null;

    /// <summary>Measures, or where the device is busy asks first whether to wait.</summary>
    internal async Task AskAsync(int cubeSetId, TrainingOptions options)
    {
        Busy = desk.BusyWith(options);
        if (Busy is null)
        {
            await MeasureAsync(cubeSetId, options);
        }
        else
        {
            changed();
        }
    }

    /// <summary>Measures as soon as the device is free; answers how that ended, null when it could not even be queued.</summary>
    internal async Task<MeasurementState?> MeasureAsync(int cubeSetId, TrainingOptions options)
    {
        Cancel();
        (Busy, Problem) = (null, null);
        Measurement measurement;
        try
        {
            _measurement = measurement = await desk.AskAsync(cubeSetId, options);
        }
        catch (EngineException e)
        {
            Problem = e.Message;
            changed();
            return null;
        }

        measurement.Changed += changed;
        changed();
        MeasurementState end = await measurement.Ended;
        measurement.Changed -= changed;
        if (end.Result is { } result)
        {
            desk.Remember(cubeSetId, options, result);
        }

        if (_measurement == measurement)
        {
            (_measurement, Problem) = (null, end.Problem);
        }

        changed();
        return end;
    }

    /// <summary>
    /// Whether a run may start: not when a measurement says that it does not fit. What is not measured yet is measured first where
    /// the device is free, unless <see cref="Skip"/> says otherwise.
    /// </summary>
    internal async Task<bool> MayStartAsync(int cubeSetId, TrainingOptions options)
    {
        if (desk.Find(cubeSetId, options) is null && desk.BusyWith(options) is null)
        {
            var skip = _skip = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<MeasurementState?> measuring = MeasureAsync(cubeSetId, options);
            bool isSkipped = await Task.WhenAny(measuring, skip.Task) == skip.Task;
            _skip = null;
            if (isSkipped)
            {
                Cancel();
                return true;
            }

            if (await measuring is not { Phase: MeasurementPhase.Measured })
            {
                return false;
            }
        }

        return desk.Find(cubeSetId, options) is not { Result.Fits: false };
    }

    /// <summary>The start goes on without the measurement.</summary>
    internal void Skip() => _skip?.TrySetResult();

    /// <summary>Neither waits nor measures any longer.</summary>
    internal void Cancel()
    {
        Busy = null;
        _measurement?.Cancel();
    }

    /// <inheritdoc />
    public void Dispose() => Cancel();
}
