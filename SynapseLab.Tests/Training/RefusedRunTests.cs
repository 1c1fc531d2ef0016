using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>What a run refuses before its first step, each with advice.</summary>
public sealed class RefusedRunTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_AccumulationBeyondTheSet_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(_cubes.Options() with { GradientAccumulationSteps = 3 }));

        Assert.Contains("3 batches of 4 needs 12 cubes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CubesThatTheNetworkCannotTake_IsRefusedWithAdviceAndWritesNothing()
    {
        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(_cubes.Options() with { Backbone = "vgg3d" }));

        Assert.StartsWith("Backbone: Expected cubes whose edge 16 divides for vgg3d, got cubes of 8³", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Run_Float16OnTheCpu_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(_cubes.Options() with { Precision = "float16" }));

        Assert.Contains("needs a GPU", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Resume_WhileTheRunGoesOn_IsRefusedAndDisturbsNothing()
    {
        var options = _cubes.Options();
        EngineException? refusal = null;
        var outcome = Trainer.Run(
            options,
            e => refusal ??= e is StepCompleted { Step: 2 } ? Assert.Throws<EngineException>(() => Trainer.Run(options with { Resume = true }, _ => { }, default)) : null,
            default);

        RecordedRun.AssertFinished(outcome);
        Assert.Contains("in use", refusal?.Message, StringComparison.Ordinal);
        Assert.Single(ProgressLog.Read(options.RunDir).OfType<RunStarted>());
        RecordedRun.AssertFinished(RecordedRun.Of(options with { Resume = true }).Outcome);
    }

    [Fact]
    public void Run_IntoAFolderThatHoldsARun_IsRefused()
    {
        var options = _cubes.Options();
        RecordedRun.Of(options);
        byte[] before = File.ReadAllBytes(ProgressLog.PathIn(options.RunDir));

        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(options));

        Assert.Contains("already holds a run", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(ProgressLog.PathIn(options.RunDir)));
    }

    [Fact]
    public void Run_BatchLargerThanTheSet_IsRefusedWithAdvice()
    {
        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(_cubes.Options() with { BatchSize = 11 }));

        Assert.Contains("11", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 10", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_cubes.Options().RunDir));
    }

    [Fact]
    public void Run_BestByKnnWithoutTypes_IsRefusedWithAdvice()
    {
        var options = _cubes.Options() with { BestBy = "knn", EvaluateEveryEpochs = 1 };
        var error = Assert.Throws<EngineException>(() => RecordedRun.Of(options));

        Assert.Contains("column \"type\"", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.RunDir));
        RecordedRun.AssertFinished(RecordedRun.Of(options with { EvaluateEveryEpochs = 0 }).Outcome); // then it is the loss
    }

    [Fact]
    public void Run_BestByKnnWithTypes_KeepsTheBest()
    {
        using var typed = new SyntheticCubes(typeOf: i => i % 2 == 0 ? "along" : "across");
        var run = RecordedRun.Of(typed.Options() with { BestBy = "knn", EvaluateEveryEpochs = 1 });

        Assert.Contains(run.Events.OfType<CheckpointSaved>(), saved => saved.Kind == "best");
    }
}
