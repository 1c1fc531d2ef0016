using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>The engine of this process, and for runs of several processes that of the command line beside it.</summary>
internal sealed class EngineTrainingBackend : ITrainingBackend
{
    // Built and published beside the server.
    private static readonly string s_commandLine = Path.Combine(AppContext.BaseDirectory, "synapselab.dll");

    private readonly Lazy<IReadOnlyList<DeviceInfo>> _devices = new(DeviceInfo.All);

    /// <inheritdoc />
    public IReadOnlyList<DeviceInfo> Devices => _devices.Value;

    /// <inheritdoc />
    public TrainingOutcome Train(TrainingOptions options, IReadOnlyList<string> devices, Action<TrainingEvent> emit, CancellationToken cancellationToken) =>
        devices.Count == 1 ? Trainer.Run(options, emit, cancellationToken) : LocalProcesses.Run(options, devices, s_commandLine, emit, cancellationToken);

    /// <inheritdoc />
    public PreflightResult Measure(TrainingOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        Preflight.Run(options, progress, cancellationToken);

    /// <inheritdoc />
    public EvaluationSummary Evaluate(
        string checkpointPath, string preprocDir, string outputDir, int? clusterCount, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        EvaluationReport report = CheckpointEvaluation.Run(checkpointPath, preprocDir, outputDir, clusterCount, device, progress, cancellationToken);
        return new(report.Embeddings.Count, report.Silhouette?.Score, report.Hopkins?.Mean);
    }

    /// <inheritdoc />
    public FeatureExtractionResult Extract(FeatureExtractionOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken) =>
        FeatureExtraction.Run(options, matched: null, progress, cancellationToken);
}
