using Microsoft.Extensions.Logging.Abstractions;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

public sealed class MeasurementHistoryTests : IDisposable
{
    private static readonly TrainingOptions s_options = new() { BatchSize = 16 };

    private readonly LabFile _file = new(MadeUpSets.Cubes(40), MadeUpSets.Cubes(40, size: 64));
    private readonly MeasurementHistory _history;

    public MeasurementHistoryTests() => _history = Open();

    public void Dispose() => _file.Dispose();

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
        Assert.Null(Open().Find(1, s_options with { Width = 1 }));
        Assert.NotNull(Open().Find(1, s_options with { Width = 2 }));
        using LabDatabase database = _file.CreateDbContext();
        Assert.Equal(MeasurementStore.MostKept, database.Measurements.Count());
    }

    [Fact]
    public void Remember_TheOldestAgain_MakesItTheNewest()
    {
        foreach (int width in (int[])[.. Enumerable.Range(1, MeasurementStore.MostKept), 1, MeasurementStore.MostKept + 1])
        {
            _history.Remember(1, s_options with { Width = width }, Result(s_options, s_options));
        }

        foreach (MeasurementHistory history in (MeasurementHistory[])[_history, Open()])
        {
            Assert.NotNull(history.Find(1, s_options with { Width = 1 }));
            Assert.Null(history.Find(1, s_options with { Width = 2 }));
            Assert.NotNull(history.Find(1, s_options with { Width = 3 }));
        }
    }

    [Fact]
    public void Find_AfterARestart_StillKnowsOptionsFiguresAndTime()
    {
        var options = s_options with { Method = "byol", MethodParameters = MethodParameters.None.With("ProjectionHidden", 64) };
        PreflightResult result = Result(options, options with { BatchSize = 8 });
        _history.Remember(2, options, result);

        Measured known = Open().Find(2, options)!;

        Assert.Equal(result, known.Result);
        Assert.Equal(_history.Find(2, options)!.At, known.At, TimeSpan.FromMilliseconds(1));
        Assert.True(Open().Find(2, options with { BatchSize = 8 })!.Result.Fits);
        Assert.Null(Open(new DeviceInfo("cpu", "CPU, 64 cores", 1)).Find(2, options)); // another machine
    }

    [Fact]
    public void Remember_TheSameAgain_ReplacesIt()
    {
        _history.Remember(1, s_options, Result(s_options, s_options));
        _history.Remember(1, s_options, Result(s_options, s_options) with { CubesPerSecond = 70 });

        Assert.Equal(70, Open().Find(1, s_options)!.Result.CubesPerSecond);
        using LabDatabase database = _file.CreateDbContext();
        Assert.Single(database.Measurements);
    }

    [Fact]
    public void Remember_SetThatIsGone_KnowsItUntilTheEnd()
    {
        _history.Remember(77, s_options, Result(s_options, s_options));

        Assert.NotNull(_history.Find(77, s_options));
        Assert.Null(Open().Find(77, s_options));
    }

    private MeasurementHistory Open(params DeviceInfo[] devices) =>
        new(new MeasurementStore(_file, devices.Length == 0 ? new ScriptedTrainer() : new ScriptedTrainer { Devices = devices }, NullLogger<MeasurementStore>.Instance), TimeProvider.System);

    private static PreflightResult Result(TrainingOptions asked, TrainingOptions proposal) =>
        new(asked, proposal, 100, 900, 500, 10, 1, 60, DateTimeOffset.UnixEpoch, "");
}
