using SynapseLab.Engine.Telemetry;
using SynapseLab.Engine.Training;
using TorchSharp;

namespace SynapseLab.Tests.Training;

public sealed class RunTelemetryTests
{
    [Fact]
    public void SampleWhenDue_SamplesAtOnceAndThenEveryFiveSeconds()
    {
        var clock = new SecondsClock();
        var telemetry = new RunTelemetry(torch.CPU, clock);
        List<long> sampled = [];
        for (; clock.Seconds <= 12; clock.Seconds++)
        {
            if (telemetry.SampleWhenDue() is { } sample)
            {
                sampled.Add(clock.Seconds);
                Assert.True(sample.ProcessMemoryBytes > 0);
                Assert.Null(sample.GpuUtilizationFraction);
                Assert.Null(sample.GpuUnavailable); // the run is on the CPU: nothing is missing
            }
        }

        Assert.Equal([0L, 5, 10], sampled);
    }

    [Fact]
    public void SampleWhenDue_ForAGpuThatNvmlDoesNotKnow_SaysWhy()
    {
        var sample = new RunTelemetry(new torch.Device("cuda:63"), TimeProvider.System).SampleWhenDue()!;

        Assert.Null(sample.GpuMemoryUsedBytes);
        Assert.Contains("libnvidia-ml.so.1", sample.GpuUnavailable, StringComparison.Ordinal);
    }

    [Fact]
    public void Together_OfSeveralCards_IsMeanSumAndHighest()
    {
        var together = GpuReading.Together([new(0.5, 10, 100, 200, 40), new(1, 30, 100, 250, 70)]);

        Assert.Equal(new GpuReading(0.75, 40, 200, 450, 70), together);
        Assert.Equal(new GpuReading(0.75, null, 200, 450, 70), GpuReading.Together([new(0.5, null, 100, 200, 40), new(1, 30, 100, 250, 70)]));
    }

    private sealed class SecondsClock : TimeProvider
    {
        internal long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
