using System.Text.Json;
using SynapseLab.Cli;

namespace SynapseLab.Tests.Cli;

/// <summary>What a command line answers before it works: parsing, exit codes, one clear line.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string, string> WrongUsage => new()
    {
        { "", "Expected one of phantom, inspect, preprocess, train, evaluate, extract, but nothing came" },
        { "segment --out x", "'segment' came" },
        { "phantom", "--out" },
        { "phantom --out x --types 9", "must be 1 to 6, but 9 came" },
        { "phantom --out x --size 2.5", "--size expects a whole number, but '2.5' came" },
        { "inspect --data-dir x --cube-size 15", "even number from 8 to 512" },
        { "inspect --data-dir x --colour", "--colour" },
        { "preprocess --data-dir x --preproc-dir y --cube-size 0", "even number from 8 to 512" },
        { "preprocess --data-dir x --preproc-dir y --channels pre", "The channels \"pre\" are not known" },
        { "train --preproc-dir x", "--run-dir: Expected the folder the run writes" },
        { "train --preproc-dir x --run-dir y --batch-size 1", "--batch-size: Expected 2 … 65536, got 1" },
        { "train --preproc-dir x --run-dir y --learning-rate 0,1", "--learning-rate expects a number such as 0.07 or 1e-4, but '0,1' came" },
        { "train --preproc-dir x --run-dir y --precision float64", "--precision: Expected one of float32, bfloat16, float16, got 'float64'" },
        { "train --preproc-dir x --run-dir y --scheduler_type exponential", "--schedule: Expected one of constant, step, plateau, cosine, warm-restarts, got 'exponential'" },
        { "train --preproc-dir x --run-dir y --pipeline bbox --cubes_per_bbox 0", "--cubes-per-bbox: Expected 1" },
        { "train --data-dir x --run-dir y --cube-size 15", "even number from 8 to 512" },
        { "train --preproc-dir x --run-dir y --cube-size 16", "--cube-size goes with --data-dir" },
        { "train --data-dir x --run-dir y --distributed", "prepare them once with synapselab preprocess" },
        { "train --preproc-dir x --run-dir y --preset best", "Expected a preset (seed-simclr, seed-bbox, seed-vgg, synapseclr-like, quick-look), got 'best'" },
        { "evaluate --checkpoint x --preproc-dir y --output-dir z --device tpu", "--device: Expected auto, cpu or cuda:N, got 'tpu'" },
        { "evaluate --checkpoint x --preproc-dir y --output-dir z --n-clusters 1", "--n-clusters expects at least 2, but 1 came" },
        { "extract --preproc-dir y --output-dir z", "--checkpoint" },
        { "train --preproc-dir x --run-dir y --train_only --output_dir z", "--train-only takes no features" },
        { "train --preproc-dir x --run-dir y --distributed --output_dir z", "--output-dir does not go with --distributed" },
        { "train --preproc-dir x --run-dir y --output_dir z --layer_num 20", "--layer-num names a layer of a vgg3d" },
        { "extract --checkpoint x --preproc-dir y --output-dir z --layer-num 34", "Expected a layer number of 0 … 33, or -1 for the last, got 34" },
        { "extract --checkpoint x --preproc-dir y --output-dir z --pooling mean", "the pooling" },
        { "extract --checkpoint x --preproc-dir y --output-dir z --device tpu", "Expected the device auto, cpu or cuda:N, got 'tpu'" },
    };

    [Theory]
    [MemberData(nameof(WrongUsage))]
    public void Run_WrongUsage_SaysWhyInOneLineAndExitsWith2(string line, string expected)
    {
        CommandRun run = CommandRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains(expected, run.FailureLine(), StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    public static TheoryData<string, string> Failures => new()
    {
        { "inspect --data-dir /nowhere", "There is no dataset folder /nowhere" },
        { "inspect --data-dir /nowhere --codes /nowhere.json", "The codes file /nowhere.json cannot be read" },
        { "preprocess --data-dir /nowhere --preproc-dir /tmp", "There is no dataset folder /nowhere" },
        { "phantom --out /proc/phantom --bboxes 1 --size 64 --synapses 1", "could not be written to '/proc/phantom'" },
        { "train --preproc-dir /nowhere --run-dir /proc/run", "/nowhere holds no prepared cubes" },
        { "train --run-dir /nowhere --preproc-dir /nowhere --resume", "/nowhere holds no run to resume" },
        { "train --data-dir /nowhere --preproc-dir /tmp/none --run-dir /proc/run", "There is no dataset folder /nowhere" },
        { "evaluate --checkpoint x.pt --preproc-dir /nowhere --output-dir /proc/results", "/nowhere holds no prepared cubes" },
        { "extract --checkpoint x.pt --preproc-dir /nowhere --output-dir /proc/results", "/nowhere holds no prepared cubes" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Run_ThatCannotWork_SaysWhyInOneLineAndExitsWith1(string line, string expected)
    {
        CommandRun run = CommandRun.Of(line.Split(' '));

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains(expected, run.FailureLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_ListsTheVerbs()
    {
        CommandRun run = CommandRun.Of("--help");

        Assert.Equal((ExitCode.Ok, ""), (run.ExitCode, run.Error));
        Assert.All(["phantom", "inspect", "preprocess", "train", "evaluate", "extract"], verb => Assert.Contains(verb, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Stopped_LeavesNothingAndExitsWith130()
    {
        using var folder = new Data.TemporaryFolder();
        CommandRun run = CommandRun.Of(["phantom", "--out", folder.File("phantom"), "--size", "64", "--synapses", "1"], new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("stopped", run.FailureLine(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_JsonToStandardOutput_IsNothingButJson()
    {
        using var folder = new Data.TemporaryFolder();
        CommandRun run = CommandRun.Of("phantom", "--out", folder.File("phantom"), "--bboxes", "1", "--size", "64", "--synapses", "2", "--json", "-");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(64, JsonDocument.Parse(run.Out).RootElement.GetProperty("size").GetInt32());
    }
}
