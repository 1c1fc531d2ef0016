using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Where a measurement is.</summary>
public enum MeasurementPhase
{
    /// <summary>For its device.</summary>
    Waiting,

    /// <summary>Steps are tried.</summary>
    Working,

    /// <summary>There is a result.</summary>
    Measured,

    /// <summary>It could not be done; there is a sentence why.</summary>
    Failed,

    /// <summary>Stopped by a person, or with the server.</summary>
    Cancelled,
}

/// <summary>A measurement at one moment.</summary>
/// <param name="Phase">Where it is.</param>
/// <param name="Work">What is tried now.</param>
/// <param name="Result">Once measured.</param>
/// <param name="Problem">Once failed, the sentence for people.</param>
public sealed record MeasurementState(MeasurementPhase Phase, WorkProgress? Work = null, PreflightResult? Result = null, string? Problem = null)
{
    /// <summary>Whether it will not change any more.</summary>
    internal bool IsOver => Phase >= MeasurementPhase.Measured;
}

/// <summary>A pre-flight that somebody waits for, shared between its device's thread and a page.</summary>
/// <param name="options">As the engine takes them.</param>
internal sealed class Measurement(TrainingOptions options) : IProgress<WorkProgress>
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<MeasurementState> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile MeasurementState _now = new(MeasurementPhase.Waiting);
    private StopRequest? _stop;

    /// <summary>Something changed; raised on the device's thread, or on that of who cancels.</summary>
    internal event Action? Changed;

    /// <summary>What is measured.</summary>
    internal TrainingOptions Options => options;

    /// <summary>Where it is.</summary>
    internal MeasurementState Now => _now;

    /// <summary>Its last state, once there is one.</summary>
    internal Task<MeasurementState> Ended => _end.Task;

    /// <summary>Leaves the queue, or stops after the step at hand.</summary>
    internal void Cancel()
    {
        lock (_lock)
        {
            _stop?.Ask(StopReason.Person);
        }

        if (_now.Phase == MeasurementPhase.Waiting)
        {
            Become(new(MeasurementPhase.Cancelled));
        }
    }

    /// <summary>A device takes it; false when it was cancelled meanwhile. From now on <see cref="Cancel"/> asks <paramref name="stop"/>.</summary>
    internal bool TryBegin(StopRequest stop)
    {
        lock (_lock)
        {
            if (_now.IsOver)
            {
                return false;
            }

            (_stop, _now) = (stop, new(MeasurementPhase.Working));
        }

        Changed?.Invoke();
        return true;
    }

    /// <inheritdoc />
    public void Report(WorkProgress value) => Become(new(MeasurementPhase.Working, value));

    /// <summary>The device is done with it.</summary>
    internal void End(MeasurementState end) => Become(end);

    private void Become(MeasurementState next)
    {
        lock (_lock)
        {
            if (_now.IsOver)
            {
                return;
            }

            _now = next;
            if (next.IsOver)
            {
                _stop = null;
                _end.SetResult(next);
            }
        }

        Changed?.Invoke();
    }
}
