using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>A run that a device has taken off the queue.</summary>
/// <param name="Id">Of the run.</param>
/// <param name="Name">Of the run.</param>
/// <param name="OptionsJson">As launched.</param>
/// <param name="Cubes">The set as it was then.</param>
/// <param name="RunDir">Its folder.</param>
/// <param name="Devices">That of each process; most runs have one.</param>
internal sealed record ClaimedRun(int Id, string Name, string OptionsJson, CubeSet Cubes, string RunDir, IReadOnlyList<string> Devices);

/// <summary>An evaluation that a device has taken; <paramref name="Cubes"/> is the set as it was then.</summary>
internal sealed record ClaimedEvaluation(int Id, int RunId, string RunName, CubeSet Cubes, string RunDir, string OutputDir, int? ClusterCount, string Device);
