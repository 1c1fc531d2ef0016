using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// What the executor asks of the engine, all synchronous on the device's own thread. Only events and progress leave it.
/// </summary>
internal interface ITrainingBackend
{
    /// <summary>The devices of this machine; "cpu" always.</summary>
    IReadOnlyList<DeviceInfo> Devices { get; }

    /// <summary>Trains until done, failed or cancelled; on cancellation a checkpoint is written first.</summary>
    /// <param name="options">What, and where its files are.</param>
    /// <param name="devices">On several in a process each, on one in this process.</param>
    /// <param name="emit">Hears of everything.</param>
    /// <param name="cancellationToken">Stops after the step under way.</param>
    TrainingOutcome Train(TrainingOptions options, IReadOnlyList<string> devices, Action<TrainingEvent> emit, CancellationToken cancellationToken);

    /// <summary>Tries a few real steps of a run: speed, memory, proposals. Writes nothing.</summary>
    PreflightResult Measure(TrainingOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Embeds all cubes with the checkpoint and writes the evaluation's files into <paramref name="outputDir"/>.</summary>
    /// <param name="checkpointPath">A checkpoint of the run.</param>
    /// <param name="preprocDir">The cube set.</param>
    /// <param name="outputDir">Where embeddings.npy, embeddings.csv, metrics.json and report.html go.</param>
    /// <param name="clusterCount">k of k-means; null takes the best of the curve.</param>
    /// <param name="device">cpu or cuda:N.</param>
    /// <param name="progress">Where it is.</param>
    /// <param name="cancellationToken">Stops between pieces of work.</param>
    /// <returns>The headline numbers.</returns>
    EvaluationSummary Evaluate(string checkpointPath, string preprocDir, string outputDir, int? clusterCount, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Writes features.csv and features.npy of all cubes by a layer of a trained network.</summary>
    FeatureExtractionResult Extract(FeatureExtractionOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken);
}
