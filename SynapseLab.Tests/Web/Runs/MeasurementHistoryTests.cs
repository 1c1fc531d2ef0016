using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class MeasurementHistoryTests
{
    private static readonly TrainingOptions s_options = new() { BatchSize = 16 };

    private readonly MeasurementHistory _history = new(TimeProvider.System);

    public static TheoryData<TrainingOptions> Alike =>
    [
        s_options with { Epochs = 7, WarmupEpochs = 1, LearningRate = 0.1, WeightDecay = 0 },
        s_options with { Schedule = "step", StepEpochs = 3, Seed = 5, GradientAccumulationSteps = 4, ClipNorm = 1 },
        s_options with { EvaluateEveryEpochs = 1, BestBy = "loss", KeepEveryEpochs = 1, CheckpointEveryEpochs = 3, TensorBoard = false, PauseOnCollapse = true },
        s_options with { PreprocDir = "a", RunDir = "b", InitialWeights = "c.pt", CubesPerBbox = 3 },
    ];

    public static TheoryData<TrainingOptions> Other =>
    [
        s_options with { Method = "byol" },
        s_options with { MethodParameters = MethodParameters.None.With("ProjectionHidden", 64) },
        s_options with { Width = 8 },
        s_options with { BatchSize = 8 },
        s_options with { MicroBatchSize = 4 },
        s_options with { Precision = "bfloat16" },
        s_options with { Augmentation = "em" },
        s_options with { MaskAware = true },
        s_options with { Optimizer = "sgd" },
        s_options with { Device = "cpu" },
        s_options with { Threads = 1 },
    ];

    [Theory]
    [MemberData(nameof(Alike))]
    public void Find_OptionsWhoseStepsCostTheSame_IsTheMeasurement(TrainingOptions alike)
    {
        _history.Remember(1, s_options, Result(s_options, s_options));

        Assert.Equal(s_options, _history.Find(1, alike)!.Result.Asked);
        Assert.Null(_history.Find(2, alike));
    }

    [Theory]
    [MemberData(nameof(Other))]
    public void Find_OptionsWhoseStepsMayCostAnything_IsNothing(TrainingOptions other)
    {
        _history.Remember(1, s_options, Result(s_options, s_options));

        Assert.Null(_history.Find(1, other));
    }

    [Fact]
    public void Remember_WhatDidNotFit_IsAMeasurementOfTheSmallerOnesToo()
    {
        _history.Remember(1, s_options, Result(s_options, s_options with { BatchSize = 8, MicroBatchSize = 2, Precision = "bfloat16" }));
        PreflightResult asked = _history.Find(1, s_options)!.Result, taken = _history.Find(1, s_options with { BatchSize = 8, MicroBatchSize = 2 })!.Result;

        Assert.False(asked.Fits);
        Assert.True(taken.Fits);
        Assert.Equal((8, 2, "float32", 100L), (taken.Asked.BatchSize, taken.Asked.MicroBatchSize, taken.Asked.Precision, taken.AskedMemoryBytes));
        Assert.Null(_history.Find(1, s_options with { BatchSize = 8, MicroBatchSize = 2, Precision = "bfloat16" }));
    }

    [Fact]
    public void Remember_MoreThanItKeeps_ForgetsTheOldest()
    {
        for (int width = 1; width <= 201; width++)
        {
            _history.Remember(1, s_options with { Width = width }, Result(s_options, s_options));
        }

        Assert.Null(_history.Find(1, s_options with { Width = 1 }));
        Assert.NotNull(_history.Find(1, s_options with { Width = 2 }));
    }

    private static PreflightResult Result(TrainingOptions asked, TrainingOptions proposal) =>
        new(asked, proposal, 100, 900, 500, 10, 1, 60, DateTimeOffset.UnixEpoch, "");
}
