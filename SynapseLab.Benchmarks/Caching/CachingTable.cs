using System.Globalization;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>The rows of <c>caching</c> as a Markdown table.</summary>
internal static class CachingTable
{
    internal static void Print(CachingPlan plan, int negatives, CachingRow[] rows)
    {
        Console.WriteLine(Say(
            $"resnet3d18 width {plan.Width}, batch {plan.Batch}, {plan.Device}, {plan.Threads} threads, layout {plan.Layout}; median of {plan.Steps} steps after two; {TimeProvider.System.GetUtcNow():yyyy-MM-dd}"));
        foreach (string side in rows.SelectMany(row => row.Sides).OfType<string>().Distinct())
        {
            Console.WriteLine($"- {side}");
        }

        Console.WriteLine("\n| cubes | precision | micro-batch | effective negatives | step, ms | pairs/s | peak memory, MiB | PyTorch step, ms | PyTorch peak, MiB | ours / PyTorch | loss apart | gradient norm apart |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var row in rows)
        {
            string micro = row.MicroBatch == plan.Batch ? $"{row.MicroBatch} (whole)" : Say($"{row.MicroBatch}");
            Console.WriteLine(
                Say($"| {row.Cube}³ | {row.Precision} | {micro} | {negatives} | {Milliseconds(row.Ours)} | {Cell(plan.Batch / row.Ours.Seconds, "F1")} | {Mebibytes(row.Ours)} ")
                + Say($"| {Milliseconds(row.Theirs)} | {Mebibytes(row.Theirs)} | {Cell(row.Ours.Seconds / row.Theirs.Seconds, "F2")} ")
                + Say($"| {Cell(row.LossDifference, "0.0e0")} | {Cell(row.GradientNormDifference, "0.0e0")} |"));
        }
    }

    private static string Milliseconds(SideFigures side) => side.Problem ?? Cell(side.Seconds * 1000, "F1");

    private static string Mebibytes(SideFigures side) => Cell(side.PeakBytes / (double)(1 << 20), "F0");

    private static string Cell(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One row.</summary>
/// <param name="Cube">Edge in voxels.</param>
/// <param name="Precision">float32, bfloat16 or float16.</param>
/// <param name="MicroBatch">Cubes at once.</param>
/// <param name="Ours">Our figures.</param>
/// <param name="Theirs">PyTorch's.</param>
/// <param name="Sides">What measured.</param>
internal sealed record CachingRow(int Cube, string Precision, int MicroBatch, SideFigures Ours, SideFigures Theirs, string?[] Sides)
{
    /// <summary>Of the first step's losses, as a share of PyTorch's.</summary>
    internal double? LossDifference => Apart(first => first.Loss);

    /// <summary>Likewise of the norms of all gradients.</summary>
    internal double? GradientNormDifference => Apart(first => first.GradientNorm);

    private double? Apart(Func<(double Loss, double GradientNorm), double> figure) =>
        (Ours.First, Theirs.First) is ({ } own, { } other) ? Math.Abs(figure(own) - figure(other)) / Math.Abs(figure(other)) : null;
}
