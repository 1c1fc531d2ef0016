using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Measurements that wait for their device. They take seconds and people look on, so that devices take them before runs.</summary>
internal sealed class MeasurementQueue
{
    private readonly Lock _lock = new();
    private readonly List<Measurement> _waiting = [];

    /// <summary>Those that wait, in their order.</summary>
    internal IReadOnlyList<Measurement> Waiting
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiting.Where(waiting => !waiting.Now.IsOver)];
            }
        }
    }

    /// <summary>Puts one at the end; whoever asks wakes the devices.</summary>
    internal Measurement Add(TrainingOptions options)
    {
        var measurement = new Measurement(options);
        lock (_lock)
        {
            _waiting.Add(measurement);
        }

        return measurement;
    }

    /// <summary>Takes the first that still waits for this device; null when there is none.</summary>
    internal Measurement? Take(string device, bool takesAuto)
    {
        lock (_lock)
        {
            _waiting.RemoveAll(waiting => waiting.Now.IsOver);
            Measurement? due = _waiting.Find(waiting => waiting.Options.Device == device || (takesAuto && waiting.Options.Device == "auto"));
            if (due is not null)
            {
                _waiting.Remove(due);
            }

            return due;
        }
    }
}
