using System.Diagnostics;
using System.Globalization;
using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using SynapseLab.Torch.Serialization;
using TorchSharp;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>
/// Our side of <c>caching</c>: steps of a run's own code, on cubes and with views that eng/bench/caching.py makes as well.
/// Arguments: device width cube batch micro precision threads layout weights; the weights are written for the other side to begin with.
/// </summary>
internal static class OwnSide
{
    internal const string Verb = "caching-side";

    // The second view: augmentation is not compared, for PyTorch has none of ours.
    private const double SecondView = 0.7;

    public static int Run(string[] args)
    {
        int Number(int place) => int.Parse(args[place], CultureInfo.InvariantCulture);
        var options = new TrainingOptions
        {
            Device = args[0],
            Width = Number(1),
            BatchSize = Number(3),
            MicroBatchSize = Number(4),
            Precision = args[5],
            ClipNorm = 10, // as eng/bench/caching.py
        };
        torch.set_num_threads(Number(6));
        var device = DeviceChoice.Find(options.Device);
        var memory = DeviceMemory.Start(device);
        using var state = TrainingState.New(options, inputChannels: 3, stepsPerEpoch: 1, device);
        using (var file = File.Create(args[8]))
        {
            TorchFile.Write(file, TensorDataConversion.StateDict(state.Method));
        }

        if (args[7] == CachingPlan.ChannelsLast)
        {
            ChannelsLast3d.ApplyTo(state.Method); // convolutions take their weights' layout on to the volumes
        }

        state.Method.train();
        string name = DeviceInfo.All().First(known => known.Name == device.ToString()).Description;
        Console.WriteLine($"ready SynapseLab on libtorch {TorchRuntime.LibtorchVersion}, {name}");
        Answer(state, options, device, Number(2));
        Console.WriteLine($"peak {memory.PeakBytes()?.ToString(CultureInfo.InvariantCulture) ?? "?"}");
        return 0;
    }

    private static void Answer(TrainingState state, TrainingOptions options, torch.Device device, int cube)
    {
        float[] cubes = Cubes(options.BatchSize, 3 * cube * cube * cube);
        var views = new ViewPair(new([], []), new([], [new Dimmed(SecondView)]));
        torch.backends.cudnn.allow_tf32 = false; // the first step is compared number by number
        try
        {
            while (Console.ReadLine() is not null)
            {
                long start = Stopwatch.GetTimestamp();
                using var scope = torch.NewDisposeScope();
                var step = TrainingStep.Run(state, [new CubeBatch(torch.tensor(cubes))], [options.BatchSize, 3, cube, cube, cube], views, options, device);
                state.Optimizer.LearningRate = options.LearningRate;
                state.Step(step.GradientNorm);
                if (device.type == DeviceType.CUDA)
                {
                    torch.cuda.synchronize(device);
                }

                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step {seconds:R} {step.Loss:R} {step.GradientNorm:R}"));
                torch.backends.cudnn.allow_tf32 = true;
            }
        }
        catch (TorchOutOfMemoryException)
        {
            Console.WriteLine("memory");
        }
    }

    /// <summary>Noise, brighter in some cubes than in others, of whole numbers alone so that Python makes the very same; (N, C·s³) flat.</summary>
    private static float[] Cubes(int count, int length)
    {
        float[] cubes = new float[count * length];
        for (int i = 0; i < cubes.Length; i++)
        {
            cubes[i] = (float)((0.2 + (0.8 * Unit((uint)(i / length)))) * Unit((uint)i));
        }

        return cubes;

        static double Unit(uint i)
        {
            uint x = unchecked((i + 1) * 0x9E3779B1u);
            x = unchecked((x ^ (x >> 15)) * 0x85EBCA6Bu);
            return (x ^ (x >> 13)) / 4294967296.0;
        }
    }

    private sealed record Dimmed(double Factor) : IIntensityTransform
    {
        public torch.Tensor Apply(torch.Tensor raw, ViewRandomness random) => raw * Factor;
    }
}
