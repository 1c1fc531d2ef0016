using SynapseLab.Engine.Diagnosis;
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

        Assert.Contains(first, found => found.Kind == DiagnosisKind.ConstantOutput);
        Assert.DoesNotContain(doctor.Examine(step: 501), found => found.Kind == DiagnosisKind.ConstantOutput);
    }

    [Fact]
    public void Run_HighTemperature_IsNamedInTheEvents()
    {
        var options = _cubes.Options();
        options = options with { MethodParameters = options.MethodParameters.With("Temperature", 10), EvaluateEveryEpochs = 1 };
        var events = new List<TrainingEvent>();

        var outcome = Trainer.Run(options, events.Add, default);

        Assert.Equal(RunOutcome.Finished, outcome.Outcome);
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

    private static ProbeFigures Collapsed() => new(
        RankMe: 1.01, Knn: null, LinearAccuracy: null, MajorityFraction: null, IntensityR2: null,
        Pairs: new PairFigures(Alignment: 1e-6, Uniformity: -1e-6, PositiveCosine: 1, NegativeCosine: 1, DirectionSpread: 1e-4));
}
