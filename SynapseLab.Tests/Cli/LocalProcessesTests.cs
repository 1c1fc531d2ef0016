using System.Diagnostics;
using SynapseLab.Cli;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Cli;

/// <summary>Runs that start their processes themselves, as the web app and <c>train --processes</c> do: two of the real program on the CPU.</summary>
public sealed class LocalProcessesTests : IDisposable
{
    private const int Endless = 100_000; // epochs; more than anybody waits for

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "synapselab.dll");

    private readonly SyntheticCubes _cubes = new();
    private readonly List<TrainingEvent> _heard = [];

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_ToItsEnd_TellsTheEventsOfItsLogAndLeavesAPlainRun()
    {
        TrainingOptions options = Options("whole") with { SyncBatchNorm = true };
        TrainingOutcome outcome = Run(options);

        RecordedRun.AssertFinished(outcome);
        Assert.Equal((3, 6L, "Finished 3 epochs, 6 steps."), (outcome.Epoch, outcome.Step, outcome.Message));
        Assert.Equal(_heard.OfType<StepCompleted>().Last().Loss, outcome.LastLoss);
        Assert.Equal(ProgressLog.Read(options.RunDir), _heard);
        Assert.Equal(options, RunFolder.Open(options.RunDir).ReadConfig()); // whoever reads or resumes it next need not know how it was started
        Assert.True(File.Exists(RunFolder.At(options.RunDir).BackbonePath));
    }

    [Fact]
    public void Run_CancelledAndResumedAlone_AndAgainByTwo_GoesOnStepByStep()
    {
        TrainingOptions options = Options("cancelled");
        Assert.Equal(RunOutcome.Cancelled, Run(options, cancelAfter: 2).Outcome);
        using (var cancel = new CancellationTokenSource())
        {
            TrainingOutcome alone = Trainer.Run(options with { Processes = 1, Resume = true }, e => CancelAt(4, e, cancel), cancel.Token);
            Assert.Equal(RunOutcome.Cancelled, alone.Outcome);
        }

        TrainingOutcome rest = Run(options with { Resume = true });

        RecordedRun.AssertFinished(rest);
        long[] steps = [.. ProgressLog.Read(options.RunDir).OfType<StepCompleted>().Select(step => step.Step)];
        Assert.Equal(Enumerable.Range(1, 6).Select(step => (long)step), steps);
    }

    [Fact]
    public void Run_CancelledAndResumedByTwo_EndsLikeAnUndisturbedOne()
    {
        Run(Options("undisturbed"));
        Run(Options("disturbed"), cancelAfter: 3);
        Run(Options("disturbed") with { Resume = true });

        CheckpointComparison.AssertSameState(Final("undisturbed"), Final("disturbed"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Run_OneProcessIsKilled_EndsWithItsNameAndCanBeResumed(int victim)
    {
        TrainingOptions options = Options("killed") with { Epochs = Endless };
        TrainingOutcome killed = Run(options, onStep: step =>
        {
            if (step == 3)
            {
                using var process = Process.GetProcessById(RankProcesses(options.RunDir).Single(found => found.Rank == victim).Id);
                process.Kill();
            }
        });

        Assert.Equal(RunOutcome.Failed, killed.Outcome);
        Assert.StartsWith(victim == 0 ? "Rank 0 was killed (signal 9)" : "Rank 0 of 2 lost another process of the run", killed.Message, StringComparison.Ordinal);
        Assert.Contains($"Rank {victim} was killed (signal 9)", killed.Message, StringComparison.Ordinal);
        Assert.Empty(RankProcesses(options.RunDir));
        Assert.Equal(RunOutcome.Cancelled, Run(options with { Resume = true }, cancelAfter: 5).Outcome);
    }

    [Fact]
    public void Train_WhoStartedTheProcessesIsKilled_TheyStopWithACheckpoint()
    {
        TrainingOptions options = Options("orphaned");
        string[] arguments =
            ["train", "--processes", "2", "--device", "cpu", "--preproc-dir", options.PreprocDir, "--run-dir", options.RunDir, "--width", "2", "--batch-size", "4", "--epochs", $"{Endless}", "--evaluate-every-epochs", "0"];
        using var starter = Process.Start(new ProcessStartInfo("dotnet", [s_program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = starter.StandardOutput.ReadToEndAsync(), error = starter.StandardError.ReadToEndAsync();
        bool began = SpinWait.SpinUntil(() => Within(100) && (starter.HasExited || ProgressLog.Read(options.RunDir).OfType<StepCompleted>().Any()), s_patience);
        Assert.True(began && !starter.HasExited, "the run did not begin");
        Assert.Equal([0, 1], RankProcesses(options.RunDir).Select(process => process.Rank).Order());

        starter.Kill();

        Assert.True(SpinWait.SpinUntil(() => Within(100) && RankProcesses(options.RunDir).Count == 0, s_patience), "processes went on without the one that had started them");
        Assert.Equal(RunOutcome.Cancelled, Assert.IsType<RunFinished>(ProgressLog.Read(options.RunDir)[^1]).Outcome);
    }

    [Fact]
    public void Run_ThatCannotBegin_SaysWhyOnceAndLeavesItsFolderFree()
    {
        TrainingOptions options = Options("large") with { BatchSize = 12 };
        TrainingOutcome outcome = Run(options);

        Assert.Equal(RunOutcome.Failed, outcome.Outcome);
        Assert.Equal($"The batch of 12 is larger than the set of 10 cubes in {_cubes.PreprocDir}. Choose a batch size of at most 10, or add data.", outcome.Message);
        RecordedRun.AssertFinished(Run(options with { BatchSize = 4 }));
    }

    [Fact]
    public void Train_MoreProcessesThanShareTheBatch_IsRefused()
    {
        CommandRun refused = CommandRun.Of("train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", Options("odd").RunDir, "--batch-size", "4", "--processes", "3");

        Assert.Equal(ExitCode.WrongUsage, refused.ExitCode);
        Assert.Contains("--processes: Expected a number of processes that can share the batch of 4 equally, got 3.", refused.Error, StringComparison.Ordinal);
    }

    private static bool Within(int milliseconds)
    {
        Thread.Sleep(milliseconds); // what is looked at is worked on by processes that need the cores
        return true;
    }

    /// <summary>The processes that train in a folder, found as a person would find them.</summary>
    private static IReadOnlyList<(int Id, int Rank)> RankProcesses(string runDir)
    {
        List<(int, int)> found = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                string[] arguments = File.ReadAllText(Path.Combine(folder, "cmdline")).Split('\0');
                if (arguments.Contains(runDir) && arguments.Contains("--distributed"))
                {
                    string rank = File.ReadAllText(Path.Combine(folder, "environ")).Split('\0').Single(variable => variable.StartsWith("RANK=", StringComparison.Ordinal));
                    found.Add((int.Parse(Path.GetFileName(folder)), int.Parse(rank[5..])));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // It ended while it was looked at.
            }
        }

        return found;
    }

    private TrainingOptions Options(string run) => _cubes.Options(run) with { Processes = 2 };

    private TorchDictionary Final(string run) => TorchFile.ReadDictionary(RunFolder.At(Options(run).RunDir).Checkpoint("final"));

    private TrainingOutcome Run(TrainingOptions options, long cancelAfter = -1, Action<long>? onStep = null)
    {
        using var cancel = new CancellationTokenSource();
        return LocalProcesses.Run(options, LocalProcesses.Devices(options), s_program, Hear, cancel.Token);

        void Hear(TrainingEvent happened)
        {
            _heard.Add(happened);
            CancelAt(cancelAfter, happened, cancel);
            if (happened is StepCompleted)
            {
                onStep?.Invoke(happened.Step);
            }
        }
    }

    private static void CancelAt(long step, TrainingEvent happened, CancellationTokenSource cancel)
    {
        if (happened is StepCompleted && happened.Step == step)
        {
            cancel.Cancel();
        }
    }
}
