using System.Globalization;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>
/// One SimCLR training step (forward, NT-Xent, backward, clipping, AdamW; no augmentation), whole and with gradient caching, beside
/// the same step in PyTorch on the same device, weights and cubes: time, memory, effective negatives, and whether both get the same numbers.
/// </summary>
internal static class CachingBenchmark
{
    // The first is compared number by number, in full float32; the second chooses algorithms for the precision that is timed.
    private const int UntimedSteps = 2;

    // Of loss and gradient norm in float32, where both sides differ by the order of sums alone.
    private const double Tolerance = 1e-4;

    public static int Run(string[] args)
    {
        if (CachingPlan.Parse(args) is not { } plan)
        {
            Console.Error.WriteLine(CachingPlan.Usage);
            return 2;
        }

        string weights = Path.GetTempFileName();
        try
        {
            CachingRow[] rows =
            [
                .. from cube in plan.Cubes from precision in plan.Precisions from micro in plan.MicroBatches
                   select Measure(plan, cube, precision, micro, weights),
            ];
            CachingTable.Print(plan, Negatives(plan.Batch), rows);
            return Verdict(rows);
        }
        finally
        {
            File.Delete(weights);
        }
    }

    private static CachingRow Measure(CachingPlan plan, int cube, string precision, int micro, string weights)
    {
        Console.Error.WriteLine($"caching: cubes of {cube}³, {precision}, micro-batch {micro} of {plan.Batch}");
        string[] arguments = [plan.Device, Word(plan.Width), Word(cube), Word(plan.Batch), Word(micro), precision, Word(plan.Threads), plan.Layout, weights];
        using var ours = StepSide.Start(Environment.ProcessPath!, [.. OwnAssembly(), OwnSide.Verb, .. arguments]);
        if (plan.Device != "cpu")
        {
            var own = Finish(ours, plan.Steps); // all of the GPU's memory is one side's at a time
            using var other = StepSide.Start(plan.Python, ["eng/bench/caching.py", .. arguments]);
            return new(cube, precision, micro, own, Finish(other, plan.Steps), [ours.Description, other.Description]);
        }

        using var theirs = StepSide.Start(plan.Python, ["eng/bench/caching.py", .. arguments]);
        for (int step = 0; step < UntimedSteps + plan.Steps; step++)
        {
            ours.Step(); // in turns, so that other work on the machine hits both
            theirs.Step();
        }

        return new(cube, precision, micro, ours.End(UntimedSteps), theirs.End(UntimedSteps), [ours.Description, theirs.Description]);
    }

    private static SideFigures Finish(StepSide side, int steps)
    {
        for (int step = 0; step < UntimedSteps + steps; step++)
        {
            side.Step();
        }

        return side.End(UntimedSteps);
    }

    /// <summary>Says whether both sides got the same numbers in float32; 1 where they did not, or a step of ours went wrong.</summary>
    private static int Verdict(CachingRow[] rows)
    {
        CachingRow[] compared = [.. rows.Where(row => row is { Precision: "float32", LossDifference: not null })];
        CachingRow[] apart = [.. compared.Where(row => !(row.LossDifference <= Tolerance && row.GradientNormDifference <= Tolerance))];
        string tolerance = Tolerance.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(compared.Length == 0 ? "\nNothing was compared in float32."
            : apart.Length == 0 ? $"\nLoss and gradient norm of the first step agree with PyTorch's to {tolerance} in all {compared.Length} float32 rows."
            : $"\nLoss or gradient norm of the first step differ from PyTorch's by more than {tolerance} in {apart.Length} of {compared.Length} float32 rows.");
        return apart.Length == 0 && rows.All(row => row.Ours.Problem is null or SideFigures.OutOfMemory) ? 0 : 1;
    }

    private static int Negatives(int batch) => MethodCatalogue.Find("simclr").Negatives(batch, MethodParameters.None);

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the host needs to start this program again: nothing where it is its own host.</summary>
    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
