using SynapseLab.Engine;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Tries a few steps of a run that may come. It belongs to no run and leaves nothing behind.</summary>
internal sealed class MeasurementWork(Measurement measurement, string device, ITrainingBackend backend, ILogger logger) : DeviceWork(runId: null)
{
    /// <summary>For pages that show what devices do, and what waits for them.</summary>
    internal const string Name = "a measurement before a run";

    /// <inheritdoc />
    internal override string Title => Name;

    /// <inheritdoc />
    internal override void Do()
    {
        if (measurement.TryBegin(Stop))
        {
            measurement.End(Measure());
        }
    }

    private MeasurementState Measure()
    {
        try
        {
            return new(MeasurementPhase.Measured, Result: backend.Measure(measurement.Options with { Device = device }, measurement, Stop.Token));
        }
        catch (OperationCanceledException) when (Stop.Reason != StopReason.None)
        {
            return new(MeasurementPhase.Cancelled);
        }
        catch (Exception e)
        {
            if (e is not EngineException)
            {
                logger.LogError(e, "A measurement on {Device} failed.", device);
            }

            return new(MeasurementPhase.Failed, Problem: FailureText.Of(e));
        }
    }
}
