using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Files;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunLogTests : IDisposable
{
    private readonly string _dir = Directory.CreateTempSubdirectory("synapselab-runlog").FullName;

    public void Dispose() => Directory.Delete(_dir, recursive: true);

    [Fact]
    public void Refresh_AfterManyEpochs_StillHoldsThatTheRunWasResumed()
    {
        using var log = ProgressLog.Append(_dir);
        log.Write(Started(step: 7));
        for (int epoch = 1; epoch <= 3 * RunLog.LineLimit; epoch++)
        {
            log.Write(new EpochCompleted { Epoch = epoch, MeanLoss = 1, CubesPerSecond = 1, RemainingSeconds = 1 });
        }

        IReadOnlyList<string> lines = new RunLog(_dir).Refresh();
        Assert.Equal(RunLog.LineLimit + 1, lines.Count);
        Assert.Contains($"epoch {3 * RunLog.LineLimit}:", lines[0], StringComparison.Ordinal);
        Assert.Contains("resumed at step 7", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62, "62 negatives a step")]
    [InlineData(0, "no negatives")]
    public void Refresh_RunStarted_SaysHowManyNegatives(int negatives, string expected)
    {
        using var log = ProgressLog.Append(_dir);
        log.Write(Started(step: 0) with { EffectiveNegatives = negatives });

        Assert.Contains($"steps an epoch, {expected}, ", Assert.Single(new RunLog(_dir).Refresh()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_WhileTheLogGrows_ReadsEachWholeLineOnce()
    {
        var log = new RunLog(_dir);
        Assert.Empty(log.Refresh());
        using (var file = ProgressLog.Append(_dir))
        {
            file.Write(Started(step: 0));
        }

        Assert.Single(log.Refresh());
        string next = TrainingJson.ToJsonLine(new CheckpointSaved { Path = "checkpoints/latest.pt", Kind = "latest" });
        File.AppendAllText(ProgressLog.PathIn(_dir), next[..20]);
        Assert.Single(log.Refresh());
        File.AppendAllText(ProgressLog.PathIn(_dir), next[20..] + "\n");
        Assert.Equal(2, log.Refresh().Count);
        Assert.Equal(2, log.Refresh().Count);
    }

    [Fact]
    public void Refresh_WithEventsOfOtherKinds_ShowsWarningsAndPassesOverTheRest()
    {
        using (var file = ProgressLog.Append(_dir))
        {
            file.Write(new TelemetrySampled { ProcessMemoryBytes = 1, BusyCores = 1 });
            file.Write(new RunWarned { Message = "the disk is full" });
        }

        File.AppendAllText(ProgressLog.PathIn(_dir), """{"event":"of-a-later-version","step":3}""" + "\n");

        Assert.EndsWith("the disk is full", Assert.Single(new RunLog(_dir).Refresh()), StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_AfterAnImportOfWeights_ShowsWhatWasTaken()
    {
        using (var file = ProgressLog.Append(_dir))
        {
            file.Write(new WeightsImported { Source = "r3d_18.pth", TakenCount = 100, KeptCount = 0, Message = "Initial weights: 100 weights matched" });
        }

        Assert.EndsWith("Initial weights: 100 weights matched", Assert.Single(new RunLog(_dir).Refresh()), StringComparison.Ordinal);
    }

    private static RunStarted Started(long step) => new()
    {
        Step = step,
        CubeCount = 8,
        StepsPerEpoch = 2,
        TotalSteps = 20,
        ParameterCount = 100,
        Device = "cpu",
        EffectiveNegatives = 6,
        ChanceLoss = 1.9,
    };
}
