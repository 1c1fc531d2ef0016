using SynapseLab.Cli;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Tests.Training.Distributed;

namespace SynapseLab.Tests.Cli;

/// <summary><c>synapselab train --distributed</c> as torchrun starts it: two processes of the real program.</summary>
public sealed class DistributedTrainTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly SyntheticCubes _cubes = new();

    private string Run => _cubes.Options().RunDir;

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Train_OneProcessIsKilled_TheOtherEndsWithASentenceAndTheRunResumes()
    {
        // More epochs than anybody waits for, so that the run is under way when the process dies.
        using (Ranks killed = Start("--preproc-dir", _cubes.PreprocDir, "--width", "2", "--batch-size", "4", "--epochs", "100000", "--evaluate-every-epochs", "0"))
        {
            Assert.True(SpinWait.SpinUntil(() => Steps() > 2, s_patience), "the run did not begin");
            killed.Kill(1);
            (int code, string output, string error) = killed.Wait(0);

            Assert.Equal(ExitCode.Failed, code);
            string sentence = new CommandRun(code, output, error).FailureLine();
            Assert.StartsWith("synapselab: Rank 0 of 2 lost another process of the run", sentence, StringComparison.Ordinal);
            Assert.Contains("--resume", sentence, StringComparison.Ordinal);
        }

        long before = Steps();
        using (Ranks resumed = Start("--resume"))
        {
            Assert.True(SpinWait.SpinUntil(() => Steps() > before, s_patience), "the run did not go on");
        }
    }

    [Fact]
    public void Train_TwoProcesses_OneWritesAndSpeaks()
    {
        string json = Path.Combine(Path.GetDirectoryName(Run)!, "events.jsonl");
        using Ranks ranks = Start("--preproc-dir", _cubes.PreprocDir, "--width", "2", "--batch-size", "4", "--epochs", "1", "--json", json);

        Assert.Contains("Finished 1 epoch,", Ended(0), StringComparison.Ordinal);
        Assert.Equal("", Ended(1));
        Assert.Equal(ProgressLog.Read(Run), File.ReadLines(json).Select(TrainingJson.ParseEvent));

        string Ended(int rank)
        {
            (int code, string output, string error) = ranks.Wait(rank);
            Assert.True(code == ExitCode.Ok, error);
            return output;
        }
    }

    [Fact]
    public void Train_WithoutTorchrun_NamesTheVariable()
    {
        CommandRun alone = CommandRun.Of("train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", Run, "--distributed");

        Assert.Equal(ExitCode.Failed, alone.ExitCode);
        Assert.Contains("in the environment variable WORLD_SIZE, got nothing", alone.FailureLine(), StringComparison.Ordinal);
    }

    private Ranks Start(params string[] more) => Ranks.Start(
        Path.Combine(AppContext.BaseDirectory, "synapselab.dll"), _ => ["train", "--run-dir", Run, "--device", "cpu", "--distributed", .. more]);

    private long Steps()
    {
        Thread.Sleep(100); // the log is read while it is written
        return File.Exists(ProgressLog.PathIn(Run)) ? File.ReadLines(ProgressLog.PathIn(Run)).LongCount(line => line.Contains("\"loss\"", StringComparison.Ordinal)) : 0;
    }
}
