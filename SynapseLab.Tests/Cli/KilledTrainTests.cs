using System.Diagnostics;
using SynapseLab.Cli;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Cli;

/// <summary>kill −9 of the real program at random moments, twenty times in all, each followed by --resume.</summary>
public sealed class KilledTrainTests : IDisposable
{
    private const int KilledExitCode = 128 + 9;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData("simclr", 6)]
    [InlineData("byol", 7)]
    [InlineData("moco2", 7)]
    public void Train_KilledAtRandomAndResumed_EndsBitEqualToAnUndisturbedRun(string method, int kills)
    {
        string calm = _cubes.Options("calm").RunDir, killed = _cubes.Options("killed").RunDir;
        string[] options =
        [
            "--preproc-dir", _cubes.PreprocDir, "--method", method, "--epochs", "120", "--batch-size", "4", "--width", "2", "--projection-hidden", "8",
            "--evaluate-every-epochs", "0", "--tensor-board", "false", "--device", "cpu", "--threads", "1",
        ];
        Assert.Equal(ExitCode.Ok, CommandRun.Of(["train", "--run-dir", calm, .. options]).ExitCode);

        // On a machine so busy that a run is over before it could be killed, all begins anew.
        var random = new Random(17);
        while (!KillTimes(kills, random, killed, options))
        {
            Directory.Delete(killed, recursive: true);
        }

        Assert.Equal(ExitCode.Ok, CommandRun.Of("train", "--run-dir", killed, "--resume").ExitCode);
        CheckpointComparison.AssertSameState(Final(calm), Final(killed));
        Assert.Equal(File.ReadAllBytes(RunFolder.At(calm).BackbonePath), File.ReadAllBytes(RunFolder.At(killed).BackbonePath));
    }

    /// <summary>Starts or resumes the run so many times and kills it each time; false when it ended by itself first.</summary>
    private static bool KillTimes(int kills, Random random, string runDir, string[] options)
    {
        for (int i = 0; i < kills; i++)
        {
            using Process process = Start(["train", "--run-dir", runDir, .. i == 0 ? options : ["--resume"]]);
            long wanted = Lines(runDir) + random.Next(1, 25);
            Assert.True(SpinWait.SpinUntil(() => process.HasExited || Lines(runDir) >= wanted, s_patience), "the run did not go on");
            Thread.Sleep(random.Next(0, 15)); // anywhere in a step or in the writing of a checkpoint
            process.Kill();
            process.WaitForExit();
            if (process.ExitCode != KilledExitCode)
            {
                Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
                return false;
            }
        }

        return true;
    }

    private static Process Start(IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "synapselab.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static long Lines(string runDir)
    {
        string path = ProgressLog.PathIn(runDir);
        if (!File.Exists(path))
        {
            return 0;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().LongCount(character => character == '\n');
    }

    private static TorchDictionary Final(string runDir) => TorchFile.ReadDictionary(RunFolder.At(runDir).Checkpoint("final"));
}
