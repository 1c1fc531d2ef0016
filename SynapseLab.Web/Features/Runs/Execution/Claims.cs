namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>A run that a device has taken off the queue.</summary>
internal sealed record ClaimedRun(int Id, string OptionsJson, string PreprocDir, string RunDir, string Device);

/// <summary>An evaluation that a device has taken.</summary>
internal sealed record ClaimedEvaluation(int Id, int RunId, string PreprocDir, string RunDir, string OutputDir, int? ClusterCount, string Device);
