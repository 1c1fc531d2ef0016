using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

/// <summary>Accumulation, loss scaling and clipping, each against a step without.</summary>
public sealed class TrainingStepTests
{
    private const int Batch = 3;
    private const int Cube = 8;

    private static readonly TrainingOptions s_options = new()
    {
        Width = 2,
        BatchSize = Batch,
        ClipNorm = 0,
        MethodParameters = MethodParameters.None.With("ProjectionHidden", 8).With("ProjectionOutput", 4),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)] // with gradient caching
    public void Run_OfTwoBatches_IsTheMeanOfTheirLossesAndGradients(int micro)
    {
        var options = s_options with { MicroBatchSize = micro };
        using var apart = New(options);
        var (firstLoss, first) = Run(apart, options, 1);
        var (secondLoss, second) = Run(apart, options, 2);
        using var together = New(options with { GradientAccumulationSteps = 2 });
        var (loss, gradients) = Run(together, options with { GradientAccumulationSteps = 2 }, 1, 2);

        Assert.Equal((firstLoss + secondLoss) / 2, loss, 1e-6);
        Assert.NotEqual(firstLoss, loss, 1e-3);
        AssertClose(first.Zip(second).Select(pair => (pair.First + pair.Second) / 2), gradients);
    }

    [Fact]
    public void Run_WithLossScale_GivesTheGradientsWithout()
    {
        using var plain = New(s_options);
        using var scaled = New(s_options with { Precision = "float16" });
        var (_, expected) = Run(plain, s_options, 1);
        var (_, gradients) = Run(scaled, s_options, 1); // computes in float32: the scale alone is under test

        Assert.NotNull(scaled.Scaler);
        Assert.Null(plain.Scaler);
        AssertClose(expected, gradients);
    }

    [Fact]
    public void Step_GradientsNotFinite_HalvesTheScaleAndLeavesTheWeights()
    {
        using var state = New(s_options with { Precision = "float16", EmaDecay = 0.5 });
        Run(state, s_options, 1);
        state.Optimizer.LearningRate = 0.1;
        float[] before = Weights(state);

        Assert.False(state.Step(double.PositiveInfinity));
        Assert.Equal(before, Weights(state));
        Assert.Equal(32768, state.Scaler!.Scale);
        Assert.True(state.Step(1));
        Assert.NotEqual(before, Weights(state));
        Assert.Equal(32768, state.Scaler.Scale);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.01, true)]
    public void Run_ClipNorm_LimitsTheNormAndReportsTheOneBefore(double clipNorm, bool isLimited)
    {
        using var state = New(s_options);
        using var scope = NewDisposeScope();
        var options = s_options with { ClipNorm = clipNorm };
        var step = TrainingStep.Run(state, [new CubeBatch(tensor(Cubes(1)))], [Batch, 3, Cube, Cube, Cube], AugmentationPresets.Find("seed"), options, CPU);
        double norm = Math.Sqrt(Gradients(state).Sum(value => (double)value * value));

        Assert.True(step.GradientNorm > 0.02, $"{step.GradientNorm}");
        Assert.Equal(isLimited ? clipNorm : step.GradientNorm, norm, 1e-4);
    }

    private static TrainingState New(TrainingOptions options) => TrainingState.New(options, 3, 1, CPU);

    private static (double Loss, float[] Gradients) Run(TrainingState state, TrainingOptions options, params int[] batches)
    {
        using var scope = NewDisposeScope();
        var step = TrainingStep.Run(state, batches.Select(batch => new CubeBatch(tensor(Cubes(batch)))), [Batch, 3, Cube, Cube, Cube], AugmentationPresets.Find("seed"), options, CPU);
        return (step.Loss, Gradients(state));
    }

    private static float[] Cubes(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Batch * 3 * Cube * Cube * Cube).Select(_ => random.NextSingle())];
    }

    private static float[] Gradients(TrainingState state) =>
        [.. state.Method.parameters().SelectMany(parameter => parameter.grad?.data<float>().ToArray() ?? [])];

    private static float[] Weights(TrainingState state) => [.. state.Method.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private static void AssertClose(IEnumerable<float> expected, float[] actual)
    {
        float[] values = [.. expected];
        Assert.Equal(values.Length, actual.Length);
        Assert.Contains(values, value => Math.Abs(value) > 1e-2);
        Assert.All(values.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
