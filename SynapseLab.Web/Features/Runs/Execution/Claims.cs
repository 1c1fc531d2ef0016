using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>A run that a device has taken off the queue; <paramref name="Cubes"/> is the set as it was then.</summary>
internal sealed record ClaimedRun(int Id, string OptionsJson, CubeSet Cubes, string RunDir, string Device);

/// <summary>An evaluation that a device has taken; <paramref name="Cubes"/> is the set as it was then.</summary>
internal sealed record ClaimedEvaluation(int Id, int RunId, CubeSet Cubes, string RunDir, string OutputDir, int? ClusterCount, string Device);
