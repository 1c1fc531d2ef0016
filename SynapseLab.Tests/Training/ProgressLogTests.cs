using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class ProgressLogTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-log").FullName;

    private static readonly StepCompleted s_step = new()
    {
        Epoch = 1,
        Step = 3,
        ElapsedSeconds = 1.5,
        Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Loss = 3.25,
        LearningRate = 1e-3,
        CubesPerSecond = 20,
    };

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void ToJsonLine_OfAStep_HasItsDiscriminatorAndNoNulls() => Assert.Equal(
        """{"event":"step-completed","loss":3.25,"learningRate":0.001,"cubesPerSecond":20,"epoch":1,"step":3,"elapsedSeconds":1.5,"time":"2026-01-02T03:04:05+00:00"}""",
        TrainingJson.ToJsonLine(s_step));

    [Fact]
    public void Read_AfterATornLine_HasWholeEventsAndAppendGoesOnBelow()
    {
        using (var log = ProgressLog.Append(_dir))
        {
            log.Write(s_step);
        }

        File.AppendAllText(ProgressLog.PathIn(_dir), """{"event":"step-comp"""); // a kill in mid-write
        Assert.Equal([s_step], ProgressLog.Read(_dir));
        using (var log = ProgressLog.Append(_dir))
        {
            log.Write(s_step with { Step = 4 });
            Assert.Equal([3L, 4], ProgressLog.Read(_dir).Select(e => e.Step)); // readable while it is written
        }
    }

    [Fact]
    public void Read_NoLog_IsEmpty() => Assert.Empty(ProgressLog.Read(_dir));

    [Fact]
    public void ToJsonLine_LossNotFinite_ComesBack() =>
        Assert.Equal(double.NaN, Assert.IsType<StepCompleted>(TrainingJson.ParseEvent(TrainingJson.ToJsonLine(s_step with { Loss = double.NaN }))).Loss);

    [Fact]
    public void ToJsonLine_MetricsWithASpectrum_ComesBackEqual()
    {
        var metrics = new MetricsComputed
        {
            Silhouette = 0.5,
            SilhouetteClusters = 2,
            SampleCount = 4,
            HopkinsMean = 0.7,
            HopkinsStandardDeviation = 0.1,
            EmbeddingDimension = 16,
            SingularValues = new([3.5f, 0.1f, 0]),
        };

        string line = TrainingJson.ToJsonLine(metrics);

        Assert.Contains("\"singularValues\":[3.5,0.1,0]", line, StringComparison.Ordinal);
        Assert.Equal(metrics, TrainingJson.ParseEvent(line));
        Assert.NotEqual(metrics, metrics with { SingularValues = new([3.5f, 0.2f, 0]) });
    }
}
