namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>A run that a device has taken off the queue.</summary>
/// <param name="Id">Of the run.</param>
/// <param name="OptionsJson">As launched.</param>
/// <param name="PreprocDir">The cubes.</param>
/// <param name="RunDir">Its folder.</param>
/// <param name="Devices">That of each process; most runs have one.</param>
internal sealed record ClaimedRun(int Id, string OptionsJson, string PreprocDir, string RunDir, IReadOnlyList<string> Devices);

/// <summary>An evaluation that a device has taken.</summary>
internal sealed record ClaimedEvaluation(int Id, int RunId, string PreprocDir, string RunDir, string OutputDir, int? ClusterCount, string Device);
