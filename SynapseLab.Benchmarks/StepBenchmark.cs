using System.Diagnostics;
using System.Globalization;
using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Training;
using TorchSharp;

namespace SynapseLab.Benchmarks;

/// <summary>
/// One training step (forward, NT-Xent, backward, clipping, AdamW; no augmentation) beside PyTorch's on the same libtorch: same
/// network, batch and threads, the two taking turns in one run. Options: width cube batch steps threads.
/// </summary>
internal static class StepBenchmark
{
    public static int Run(string[] args)
    {
        int Number(int place, int otherwise) => args.Length > place ? int.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
        (int width, int cube, int batch, int steps) = (Number(0, 64), Number(1, 32), Number(2, 8), Number(3, 7));
        int threads = Number(4, Environment.ProcessorCount);
        Console.WriteLine($"resnet3d18 width {width}, cubes of {cube}³, batch {batch}, {threads} threads, median of {steps} steps after one to warm up\n");
        Console.WriteLine("| precision | ours, s | PyTorch, s | ours / PyTorch |\n|---|---:|---:|---:|");
        foreach (string precision in (string[])["float32", "bfloat16"])
        {
            (double ours, double theirs) = Alternate(width, cube, batch, steps, threads, precision);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {precision} | {ours:F3} | {theirs:F3} | {ours / theirs:F2} |"));
        }

        return 0;
    }

    private static (double Ours, double Theirs) Alternate(int width, int cube, int batch, int steps, int threads, string precision)
    {
        torch.set_num_threads(threads);
        var options = new TrainingOptions { Width = width, BatchSize = batch, Precision = precision };
        using TrainingState state = TrainingState.New(options, 3, 1, torch.CPU);
        using Process python = StartPython(width, cube, batch, precision, threads);
        float[] cubes = Cubes(batch * 3 * cube * cube * cube);
        var identity = ViewPair.Alike(new([], []));
        List<double> ours = [];
        List<double> theirs = [];
        for (int i = 0; i <= steps; i++)
        {
            long start = Stopwatch.GetTimestamp();
            TrainingStep.Run(state, [new CubeBatch(cubes)], [batch, 3, cube, cube, cube], identity, options, torch.CPU);
            state.Optimizer.LearningRate = options.LearningRate;
            state.Optimizer.Step();
            ours.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            python.StandardInput.WriteLine();
            theirs.Add(double.Parse(python.StandardOutput.ReadLine() ?? throw new InvalidOperationException("eng/bench/step.py ended early."), CultureInfo.InvariantCulture));
        }

        python.StandardInput.Close();
        python.WaitForExit();
        return (Median(ours.Skip(1)), Median(theirs.Skip(1)));
    }

    private static Process StartPython(params object[] arguments) => Process.Start(
        new ProcessStartInfo("/usr/bin/python3", ["eng/bench/step.py", .. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)!)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static float[] Cubes(int length)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle())];
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
