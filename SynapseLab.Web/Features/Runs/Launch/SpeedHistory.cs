using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>How fast earlier runs of this machine were; the honest source for how long a new one takes.</summary>
/// <param name="Runs">Options, cube size and cubes per second of earlier runs, newest first.</param>
public sealed record SpeedHistory(IReadOnlyList<(TrainingOptions Options, int CubeSize, double CubesPerSecond)> Runs)
{
    /// <summary>No run yet.</summary>
    internal static SpeedHistory None { get; } = new([]);

    /// <summary>Cubes per second of the newest run with the same method, network, cube size, precision and device; null when there is none.</summary>
    internal double? SpeedOf(TrainingOptions options, int cubeSize) => Runs
        .Where(run => run.CubeSize == cubeSize && Network(run.Options) == Network(options))
        .Select(run => (double?)run.CubesPerSecond).FirstOrDefault();

    private static (string, string, int, string, string, string) Network(TrainingOptions o) => (o.Method, o.Backbone, o.Width, o.Stem, o.Precision, o.Device);
}
