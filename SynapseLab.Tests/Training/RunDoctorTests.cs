using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>The doctor in a run: told once, pausing only where asked.</summary>
public sealed class RunDoctorTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Examine_ConstantOutput_IsToldOnce()
    {
        var doctor = new RunDoctor(_cubes.Options(), warmUpSteps: 0);
        doctor.Note(Collapsed(), embeddingDimension: 16);

        var first = doctor.Examine(step: 500);

        Assert.Contains(first.Found, found => found.Kind == DiagnosisKind.ConstantOutput);
        Assert.DoesNotContain(doctor.Examine(step: 501).Found, found => found.Kind == DiagnosisKind.ConstantOutput);
    }

    [Fact]
    public void Examine_FiguresRecover_TakesTheFindingBackOnceAndMayTellItAgain()
    {
        var doctor = new RunDoctor(_cubes.Options(), warmUpSteps: 0);
        doctor.Note(Collapsed(), embeddingDimension: 16);
        doctor.Examine(step: 500);

        doctor.Note(Healthy(), embeddingDimension: 16);
        Assert.Contains(DiagnosisKind.ConstantOutput, doctor.Examine(step: 600).Passed);
        Assert.Empty(doctor.Examine(step: 601).Passed);

        doctor.Note(Collapsed(), embeddingDimension: 16);
        Assert.Contains(doctor.Examine(step: 700).Found, found => found.Kind == DiagnosisKind.ConstantOutput);
    }

    [Fact]
    public void Examine_AfterAResumption_NeitherTellsAgainNorTakesBackWithoutEvidence()
    {
        var doctor = new RunDoctor(_cubes.Options(), warmUpSteps: 0, [DiagnosisKind.LossAtChance]);
        doctor.Note(Healthy(), embeddingDimension: 16);
        doctor.Note(step: 501, loss: 0.5, gradientNorm: 1, learningRate: 1e-3);
        Assert.Empty(doctor.Examine(step: 501).Passed);

        for (int step = 502; step <= 700; step++)
        {
            doctor.Note(step, loss: 0.5, gradientNorm: 1, learningRate: 1e-3);
        }

        Assert.Equal([DiagnosisKind.LossAtChance], doctor.Examine(step: 700).Passed);
    }

    [Fact]
    public void Run_PausedByTheDoctorThenResumed_GoesOnToTheEnd()
    {
        // Weight decay that takes half of every weight a step: soon every cube gets the same projection.
        var options = _cubes.Options() with { Epochs = 60, Optimizer = "sgd", LearningRate = 1, WeightDecay = 0.5, EvaluateEveryEpochs = 10, PauseOnCollapse = true };
        var paused = Trainer.Run(options, _ => { }, default);
        Assert.Equal(RunOutcome.Cancelled, paused.Outcome);
        Assert.StartsWith("Paused after epoch", paused.Message, StringComparison.Ordinal);

        var events = new List<TrainingEvent>();
        var resumed = Trainer.Run(options with { Resume = true }, events.Add, default);

        RecordedRun.AssertFinished(resumed);
        Assert.DoesNotContain(events, e => e is DiagnosisMade { Kind: DiagnosisKind.ConstantOutput });
    }

    [Fact]
    public void Run_HighTemperature_IsNamedInTheEventsAndPausesNothing()
    {
        var options = _cubes.Options();
        options = options with { MethodParameters = options.MethodParameters.With("Temperature", 10), EvaluateEveryEpochs = 1, PauseOnCollapse = true }; // a warning
        var events = new List<TrainingEvent>();

        var outcome = Trainer.Run(options, events.Add, default);

        RecordedRun.AssertFinished(outcome);
        var made = Assert.Single(events.OfType<DiagnosisMade>());
        Assert.Equal(DiagnosisKind.TemperatureTooHigh, made.Kind);
        Assert.Equal(made, ProgressLog.Read(options.RunDir).OfType<DiagnosisMade>().Single());
    }

    [Fact]
    public void Run_WithMetrics_ReportsProbeFigures()
    {
        var events = new List<TrainingEvent>();

        Trainer.Run(_cubes.Options() with { EvaluateEveryEpochs = 3 }, events.Add, default);

        var metrics = Assert.Single(events.OfType<MetricsComputed>());
        Assert.InRange(metrics.RankMe!.Value, 1, 10);
        Assert.InRange(metrics.Alignment!.Value, 0, 4);
        Assert.InRange(metrics.PositiveCosine!.Value, -1, 1);
        Assert.Null(metrics.KnnAccuracy); // one name for all: no types
    }

    private static ProbeFigures Healthy() => new(
        RankMe: 12, Knn: null, LinearAccuracy: null, MajorityFraction: null, IntensityR2: null,
        Pairs: new PairFigures(Alignment: 0.2, Uniformity: -3, PositiveCosine: 0.9, NegativeCosine: 0, DirectionSpread: 0.9));

    private static ProbeFigures Collapsed() => new(
        RankMe: 1.01, Knn: null, LinearAccuracy: null, MajorityFraction: null, IntensityR2: null,
        Pairs: new PairFigures(Alignment: 1e-6, Uniformity: -1e-6, PositiveCosine: 1, NegativeCosine: 1, DirectionSpread: 1e-4));
}
