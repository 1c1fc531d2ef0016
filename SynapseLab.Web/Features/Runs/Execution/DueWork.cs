using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>What is due next on a device: somebody waits for a measurement, an evaluation or job is short, a run may take days.</summary>
internal sealed class DueWork(
    MeasurementQueue measurements,
    EvaluationStore evaluations,
    JobService jobs,
    RunQueue queue,
    RunStore store,
    ITrainingBackend backend,
    ProgressFanout fanout,
    EvaluationUpdates evaluationUpdates,
    ILogger<DeviceWork> logger)
{
    /// <summary>Takes the next piece of work off its queue, with the devices for it; null when nothing is due.</summary>
    /// <param name="device">Whose thread would do it.</param>
    /// <param name="takesAuto">Whether "auto" means this device.</param>
    /// <param name="ledger">Which devices are free for a run of several.</param>
    internal (DeviceWork Work, IReadOnlyList<string> Devices)? Take(string device, bool takesAuto, DeviceLedger ledger)
    {
        if (measurements.Take(device, takesAuto) is { } measurement)
        {
            return (new MeasurementWork(measurement, device, backend, logger), [device]);
        }

        if (evaluations.Claim(device, takesAuto) is { } evaluation)
        {
            return (new EvaluationWork(evaluation, backend, evaluations, evaluationUpdates, logger), [device]);
        }

        if (jobs.TakeFor(device, takesAuto) is { } job)
        {
            return (new JobWork(job, jobs), [device]);
        }

        if (queue.Claim(device, takesAuto, ledger) is { } run)
        {
            return (new TrainingWork(run, backend, store, evaluations, fanout, logger), run.Devices);
        }

        return null;
    }
}
