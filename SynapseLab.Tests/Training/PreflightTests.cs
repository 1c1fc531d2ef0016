using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;

namespace SynapseLab.Tests.Training;

/// <summary>The decisions on a made-up device whose memory is 100 + 10 · cubes at once, and one real trial.</summary>
public sealed class PreflightTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();
    private readonly List<TrainingOptions> _tried = [];

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_EnoughMemory_ChangesNothingAndTellsSpeedMemoryAndEnd()
    {
        var result = Decide(_cubes.Options() with { BatchSize = 16, Epochs = 10 }, available: 1000);

        Assert.Equal((16, 0, "float32"), Chosen(result));
        Assert.Equal((260L, 1000L, 4.0), (result.PeakMemoryBytes, result.AvailableMemoryBytes, result.CubesPerSecond));
        Assert.Equal(6 * 16 * 10 / 4.0, result.RunSeconds); // of 100 cubes 6 batches an epoch
        Assert.Equal(Clock.Now.AddSeconds(240), result.EndsAt);
        Assert.Contains("4.0 cubes/s", result.Sentence, StringComparison.Ordinal);
        Assert.Contains("60 steps take about 4 minutes, until 2026-01-01 00:04 UTC", result.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("Nothing to change.", result.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(260 / 0.9, 0)]
    [InlineData(259 / 0.9, 8)]
    [InlineData(140 / 0.9, 4)]
    [InlineData(110 / 0.9, 1)]
    public void Run_TooLittleMemory_ProposesTheLargestMicroBatchThatFits(double available, int micro)
    {
        var result = Decide(_cubes.Options() with { BatchSize = 16 }, available + 1e-6, cubeLength: 0);

        Assert.Equal((16, micro, "float32"), Chosen(result));
        Assert.Equal((micro == 0, 260L, 100 + (10L * (micro == 0 ? 16 : micro))), (result.Fits, result.AskedMemoryBytes, result.PeakMemoryBytes));
        Assert.Equal(micro > 0, result.Sentence.Contains($"--micro-batch-size {micro}", StringComparison.Ordinal));
        Assert.Equal(micro > 0, result.Sentence.Contains("Batch norm then has the statistics of each micro-batch", StringComparison.Ordinal));
        Assert.DoesNotContain(_tried, options => options.BatchSize == 16 && options.MicroBatchSize != micro); // what does not fit is not tried
    }

    [Fact]
    public void Run_CubesThemselvesTooLarge_ProposesASmallerBatch()
    {
        // 12 bytes wait for each cube of the batch that is not at once on the device: with 8 of 16 that is 180 + 96, with 1 it is 110 + 180.
        Assert.Equal((8, 0, "float32"), Chosen(Decide(_cubes.Options() with { BatchSize = 16 }, available: 200 / 0.9, cubeLength: 1)));
    }

    [Fact]
    public void Run_WithAMicroBatchThatFits_KeepsIt() =>
        Assert.Equal((16, 2, "float32"), Chosen(Decide(_cubes.Options() with { BatchSize = 16, MicroBatchSize = 2 }, available: 1000)));

    [Theory]
    [InlineData("float32", 8, "bfloat16")]
    [InlineData("float32", 4.2, "float32")] // within the noise
    [InlineData("bfloat16", 2, "float32")]
    [InlineData("bfloat16", 8, "bfloat16")]
    public void Run_ProposesTheFasterPrecision(string asked, double cubesPerSecondInBFloat16, string expected)
    {
        var result = Decide(_cubes.Options() with { BatchSize = 16, Precision = asked }, 1000, bfloat16: cubesPerSecondInBFloat16);

        Assert.Equal(expected, result.Proposal.Precision);
        Assert.Equal(asked == expected ? 1 : 2, result.PrecisionSpeedup);
        Assert.Equal(asked, _tried[^1].Precision); // speed and memory are those of what was asked for
        Assert.True(result.Fits);
        Assert.Equal(asked != expected, result.Sentence.Contains($"--precision {expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_OtherPrecisionThatIsNotHere_KeepsTheAskedOne()
    {
        var result = Decide(_cubes.Options() with { BatchSize = 16 }, 1000, missing: "bfloat16");

        Assert.Equal((16, 0, "float32"), Chosen(result));
        Assert.Contains(_tried, options => options.Precision == "bfloat16");
    }

    [Fact]
    public void Run_AskedPrecisionThatIsNotHere_IsAnError() =>
        Assert.Throws<TorchException>(() => Decide(_cubes.Options() with { BatchSize = 16, Precision = "bfloat16" }, 1000, missing: "bfloat16"));

    // Each of 2 processes has 8 cubes: memory is that of 8, and the two share the CPU's cores.
    [Fact]
    public void Run_SeveralProcesses_MeasuresAShareAndProposesForAll()
    {
        var options = _cubes.Options() with { BatchSize = 16, Processes = 2, Epochs = 10 };
        var fits = Decide(options, 1000);
        var tight = Decide(options, 140 / 0.9 + 1e-6, cubeLength: 0);

        Assert.Equal((180L, 4.0, 6 * 16 * 10 / 4.0, true), (fits.PeakMemoryBytes, fits.CubesPerSecond, fits.RunSeconds, fits.Fits));
        Assert.Equal((16, 0, "float32"), Chosen(fits));
        Assert.Equal((16, 4, "float32"), Chosen(tight));
        Assert.StartsWith("2 processes, memory of each", fits.Sentence, StringComparison.Ordinal);
        Assert.Equal(8.0, Decide(options, 1000, device: "cuda:0").CubesPerSecond); // two GPUs are twice as fast
    }

    // Of 100 cubes at most 25 are a quarter; a step of 16 takes 260, of 8 180, and 70 % of the memory is comfortable.
    [Theory]
    [InlineData("simclr", 4, 1, 260 / 0.7, 16, 30, 6)]
    [InlineData("simclr", 4, 1, 259 / 0.7, 8, 14, 6)]
    [InlineData("simclr", 4, 1, 179 / 0.7, 0, 0, 0)]
    [InlineData("simclr", 8, 1, 1000, 16, 30, 14)]
    [InlineData("simclr", 16, 1, 1000, 0, 0, 0)]
    [InlineData("simclr", 4, 2, 1000, 8, 14, 6)] // of which a step has two
    [InlineData("moco3", 4, 1, 1000, 16, 15, 3)]
    [InlineData("moco2", 4, 1, 1000, 0, 0, 0)] // its negatives are the queue's
    [InlineData("byol", 4, 1, 1000, 0, 0, 0)]
    public void Run_MemoryLeft_SuggestsMoreNegativesBesideTheProposal(string method, int batch, int accumulated, double available, int larger, int negatives, int asked)
    {
        var options = _cubes.Options() with { Method = method, BatchSize = batch, GradientAccumulationSteps = accumulated };
        var result = Decide(options, available + 1e-6, cubeLength: 0);

        Assert.Equal(larger == 0 ? null : new LargerBatch(larger, negatives, asked, 100 + (10 * larger)), result.Larger);
        Assert.Equal(options, result.Proposal);
        Assert.Contains("Nothing to change.", result.Sentence, StringComparison.Ordinal);
        Assert.Equal(
            larger > 0, result.Sentence.Contains($"To think about: --batch-size {larger} would give {negatives} negatives instead of {asked}", StringComparison.Ordinal));
        Assert.DoesNotContain(_tried, tried => tried.BatchSize > Math.Max(4, batch)); // reckoned, not tried
    }

    [Fact]
    public void Run_MemoryLeftWithMicroBatchOrProcesses_KeepsThem()
    {
        var micro = Decide(_cubes.Options() with { BatchSize = 4, MicroBatchSize = 2 }, 1000); // 12 bytes wait for each of the 14 others
        var processes = Decide(_cubes.Options() with { BatchSize = 8, Processes = 2 }, 1000);

        Assert.Equal(new LargerBatch(16, 30, 6, 120 + (14 * 12)), micro.Larger);
        Assert.Equal(new LargerBatch(16, 30, 14, 180), processes.Larger);
        Assert.Null(Decide(_cubes.Options() with { BatchSize = 4 }, 139 / 0.9, cubeLength: 0).Larger); // does not fit as it is
    }

    [Theory]
    [InlineData(100, 30, 0, 70)]
    [InlineData(100, 30, 20, 90)]
    [InlineData(100, 10, 20, 100)] // figures of two moments
    [InlineData(100, 120, 0, 0)]
    public void Available_OfAGpu_IsWhatOthersLeave(long total, long used, long reserved, long expected) =>
        Assert.Equal(expected, GpuMemory.Available(total, used, reserved));

    [Fact]
    public void Run_OutOfMemoryWhereTheModelHoped_HalvesTheMicroBatch() =>
        Assert.Equal((16, 4, "float32"), Chosen(Decide(_cubes.Options() with { BatchSize = 16 }, 1000, most: 4)));

    [Fact]
    public void Run_NothingFits_SaysSo() =>
        Assert.Contains("Not even 2 cubes", Assert.Throws<EngineException>(() => Decide(_cubes.Options(), 1000, most: 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_OnRealCubes_MeasuresAndWritesNothing()
    {
        using var cubes = CubeStore.Open(_cubes.PreprocDir);
        var options = _cubes.Options() with { GradientAccumulationSteps = 2 };
        var stages = new Stages();
        var result = Preflight.Run(options, CubeReader.ReadingOnce(cubes), DeviceInfo.All()[0], stages, default);

        Assert.True(result.CubesPerSecond > 0);
        Assert.Equal(3 * 8 / result.CubesPerSecond, result.RunSeconds, 1e-9);
        Assert.InRange(result.PeakMemoryBytes, 0, result.AvailableMemoryBytes);
        Assert.Equal(2, result.Proposal.GradientAccumulationSteps);
        Assert.False(Directory.Exists(options.RunDir));
        Assert.Equal("trying 2 cubes at once in float32", stages.Heard[0].Stage);
        Assert.Equal(Enumerable.Range(0, stages.Heard.Count).Select(trial => (long)trial), stages.Heard.Select(stage => stage.Done));
        Assert.All(stages.Heard, stage => Assert.True(stage.Done < stage.Total));
    }

    [Fact]
    public void Run_Cancelled_StopsBetweenSteps()
    {
        using var cubes = CubeStore.Open(_cubes.PreprocDir);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => Preflight.Run(_cubes.Options(), CubeReader.ReadingOnce(cubes), DeviceInfo.All()[0], null, cancelled.Token));
    }

    private static (int, int, string) Chosen(PreflightResult result) => (result.Proposal.BatchSize, result.Proposal.MicroBatchSize, result.Proposal.Precision);

    private PreflightResult Decide(TrainingOptions options, double available, int cubeLength = 1, double bfloat16 = 4, int most = int.MaxValue, string missing = "", string device = "cpu")
    {
        return Preflight.Run(options, 100, cubeLength, (long)Math.Ceiling(available), device, Measure, new Clock());

        StepCost? Measure(TrainingOptions tried)
        {
            _tried.Add(tried);
            if (tried.Precision == missing)
            {
                throw new TorchException("no such convolution");
            }

            int atOnce = tried.MicroBatchSize == 0 ? tried.BatchSize : tried.MicroBatchSize;
            return atOnce > most ? null : new(tried.Precision == "bfloat16" ? bfloat16 : 4, 100 + (10 * atOnce));
        }
    }

    private sealed class Stages : IProgress<WorkProgress>
    {
        internal List<WorkProgress> Heard { get; } = [];

        public void Report(WorkProgress value) => Heard.Add(value);
    }

    private sealed class Clock : TimeProvider
    {
        internal static DateTimeOffset Now { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
