using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Events as a trainer tells them, with made-up figures that a test can recognise.</summary>
internal static class ScriptedEvents
{
    internal static RunStarted Started(long step = 0) => new()
    {
        Step = step,
        CubeCount = 40,
        StepsPerEpoch = 4,
        TotalSteps = 20,
        ParameterCount = 1,
        Device = "cpu",
        EffectiveNegatives = 2,
    };

    internal static StepCompleted Step(long step, double? gradientNorm = null, double? lossScale = null, bool skipped = false) => new()
    {
        Step = step,
        ElapsedSeconds = step,
        Loss = 1,
        LearningRate = 0.1,
        CubesPerSecond = 2,
        GradientNorm = gradientNorm,
        LossScale = lossScale,
        Skipped = skipped,
    };

    internal static MetricsComputed Metrics(long step) => new()
    {
        Step = step,
        ElapsedSeconds = step,
        Silhouette = 0.25,
        SilhouetteClusters = 3,
        SampleCount = 40,
        HopkinsMean = 0.75,
        HopkinsStandardDeviation = 0.125,
        EmbeddingDimension = 16,
        RankMe = 7.5,
        SingularValues = new([4, 2, 0.5f]),
        Alignment = 0.5,
        Uniformity = -2.5,
        PositiveCosine = 0.875,
        NegativeCosine = 0.0625,
        KnnAccuracy = 0.75,
        LinearProbeAccuracy = 0.625,
        MajorityFraction = 0.375,
        IntensityR2 = -0.5,
    };

    internal static TelemetrySampled Telemetry(long step) =>
        new() { Step = step, ElapsedSeconds = step, ProcessMemoryBytes = 1L << 30, BusyCores = 1.5, GpuUtilizationFraction = 0.5, GpuPowerWatts = 250 };

    internal static DiagnosisMade Made(long step, DiagnosisKind kind = DiagnosisKind.ConstantOutput, DiagnosisSeverity severity = DiagnosisSeverity.Failure) =>
        new() { Step = step, Epoch = (int)step / 4, Kind = kind, Severity = severity, Sentence = "Every cube gets the same.", Advice = "Start again." };

    internal static DiagnosisPassed Passed(long step, DiagnosisKind kind = DiagnosisKind.ConstantOutput) => new() { Step = step, Epoch = (int)step / 4, Kind = kind };
}
