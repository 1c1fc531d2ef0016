using System.Globalization;

namespace SynapseLab.Engine.Training;

/// <summary>What TensorBoard shows of a run in words, as Markdown.</summary>
internal static class TensorBoardText
{
    /// <summary>A run's start or resumption.</summary>
    internal static string Of(RunStarted started) => Table(
    [
        (started.Step == 0 ? "Started at step" : "Resumed at step", Say($"{started.Step}")),
        ("Device", started.Device),
        ("Cubes", Say($"{started.CubeCount}")),
        ("Steps of an epoch", Say($"{started.StepsPerEpoch}")),
        ("Steps of the run", Say($"{started.TotalSteps}")),
        ("Parameters", Say($"{started.ParameterCount:N0}")),
        ("Negatives of a view", Say($"{started.EffectiveNegatives}")),
        ("Loss at chance", started.ChanceLoss is { } chance ? Say($"{chance:0.000}") : "–"),
        ("Cubes come from", started.Loading is { } loading ? $"{loading}: {started.LoadingReason}" : "–"),
    ]);

    /// <summary>A table of names and values.</summary>
    internal static string Table(IEnumerable<(string Name, string Value)> rows) =>
        "| | |\n|---|---|\n" + string.Concat(rows.Select(row => $"| {row.Name} | {row.Value} |\n"));

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
