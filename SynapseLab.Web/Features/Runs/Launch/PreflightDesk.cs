using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Where a form asks for measurements, and finds those that were made.</summary>
internal sealed class PreflightDesk(RunLauncher launcher, RunRequests requests, DeviceForecast forecast, MeasurementHistory history)
{
    /// <summary>What was measured; null when nothing was.</summary>
    internal Measured? Find(int cubeSetId, TrainingOptions options) => history.Find(cubeSetId, options);

    /// <summary>What keeps the options' device busy now; null when it is free.</summary>
    internal BusyDevice? BusyWith(TrainingOptions options) => forecast.Of(options.Device);

    /// <summary>Queues a measurement on the options' device.</summary>
    /// <exception cref="EngineException">No such run could be launched.</exception>
    internal async Task<Measurement> AskAsync(int cubeSetId, TrainingOptions options) => requests.Measure(await launcher.PrepareAsync(cubeSetId, options));

    /// <summary>Keeps a result for the next look.</summary>
    internal void Remember(int cubeSetId, TrainingOptions options, PreflightResult result) => history.Remember(cubeSetId, options, result);
}
