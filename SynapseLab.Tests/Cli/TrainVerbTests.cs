using SynapseLab.Cli;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>From cubes to embeddings by command lines alone.</summary>
public sealed class TrainVerbTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void TrainAndEvaluate_WriteTheirFiles()
    {
        string run = Train("--epochs", "2").RunDir;
        string results = Path.Combine(run, "results");
        CommandRun evaluate = CommandRun.Of(
            "evaluate", "--checkpoint", Path.Combine(run, "backbone_final.safetensors"), "--preproc_dir", _cubes.PreprocDir, "--output_dir", results, "--n_clusters", "3", "--device", "cpu");

        Assert.Equal(ExitCode.Ok, evaluate.ExitCode);
        Assert.Contains("10 embeddings of 16 dimensions", evaluate.Out, StringComparison.Ordinal);
        Assert.Equal(["embeddings.csv", "embeddings.npy", "metrics.json", "report.html"], Names(results));
        Assert.Equal(["best.pt", "final.pt", "latest.pt"], Names(Path.Combine(run, "checkpoints")));
        Assert.Equal(["backbone_final.pt", "backbone_final.safetensors", "config.json", "progress.jsonl"], Names(run));
    }

    [Fact]
    public void Train_InitialWeights_SaysWhatWasTaken_AndRefusesWhatFitsInPart()
    {
        string weights = RunFolder.At(Train("--epochs", "1").RunDir).Checkpoint("final");

        CommandRun whole = CommandRun.Of([.. Small(_cubes.Options("whole").RunDir), "--epochs", "1", "--initial-weights", weights]);
        CommandRun part = CommandRun.Of([.. Small(_cubes.Options("part").RunDir), "--epochs", "1", "--initial-weights", weights, "--backbone", "resnet3d34"]);

        Assert.Equal((ExitCode.Ok, ExitCode.Failed), (whole.ExitCode, part.ExitCode));
        Assert.Contains("Initial weights: final.pt (own checkpoint): 100 weights matched, 0 adapted, 0 missing", whole.Out, StringComparison.Ordinal);
        Assert.Contains("--allow-partial-weights", part.FailureLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_SeedSpellings_SetTheOptions()
    {
        TrainingOptions options = Train("--num_epochs=1", "--mixed_precision", "--proj_dim", "4", "--learning_rate", "1e-3");

        Assert.Equal((1, "bfloat16", (double?)4, 0.001), (options.Epochs, options.Precision, options.MethodParameters.Find("ProjectionOutput"), options.LearningRate));
    }

    [Fact]
    public void Train_Preset_YieldsToTheOptionsBesideIt()
    {
        TrainingOptions options = Train("--preset", "quick-look", "--epochs", "1");

        Assert.Equal((1, "k7s2", 2), (options.Epochs, options.Stem, options.EvaluateEveryEpochs));
    }

    [Fact]
    public void Train_SeedSwitches_StreamOrSayThatTheyChangeNothing()
    {
        string run = Path.Combine(_cubes.PreprocDir, "idle");
        CommandRun train = CommandRun.Of(
            "train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", run, "--width", "2", "--batch-size", "4", "--epochs", "1", "--device", "cpu", "--memory_efficient", "--train_only");

        Assert.Equal(ExitCode.Ok, train.ExitCode);
        Assert.Equal("stream", RunFolder.Open(run).ReadConfig().Loading); // --memory_efficient
        Assert.Contains("--train-only changes nothing: ", train.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_DataDir_PreparesTheCubesAndKeepsTheirChannels()
    {
        using var folder = new Data.TemporaryFolder();
        string data = folder.File("phantom"), cubes = folder.File("cubes");
        CommandRun.Of("phantom", "--out", data, "--bboxes", "1", "--size", "64", "--synapses", "4");
        CommandRun.Of("preprocess", "--data_dir", data, "--preproc_dir", cubes, "--cube_size", "16", "--channels", "raw");
        byte[] before = File.ReadAllBytes(Directory.GetFiles(cubes, "*_synapses.h5").Single());

        CommandRun kept = TrainOn("--data_dir", data, "--preproc_dir", cubes, "--run_dir", folder.File("kept"));
        CommandRun made = TrainOn("--data_root", data, "--preproc_dir", folder.File("made"), "--bbox_size", "32", "--run_dir", folder.File("run"));

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (kept.ExitCode, made.ExitCode));
        Assert.Equal(before, File.ReadAllBytes(Directory.GetFiles(cubes, "*_synapses.h5").Single()));
        using var store = SynapseLab.Engine.Data.CubeStore.Open(folder.File("made"));
        Assert.Equal((32, "raw+pre+cleft"), (store.CubeSize, store.Channels));

        static CommandRun TrainOn(params string[] folders) =>
            CommandRun.Of(["train", .. folders, "--width", "2", "--batch-size", "2", "--epochs", "1", "--evaluate-every-epochs", "0", "--best-by", "loss", "--device", "cpu"]);
    }

    [Fact]
    public void Train_DataDirForBoundingBoxes_PreparesVolumesAndLeavesPreparedCubes()
    {
        using var folder = new Data.TemporaryFolder();
        string data = folder.File("phantom"), cubes = folder.File("cubes"), run = folder.File("run");
        CommandRun.Of("phantom", "--out", data, "--bboxes", "1", "--size", "64", "--synapses", "4");
        CommandRun.Of("preprocess", "--data_dir", data, "--preproc_dir", cubes, "--cube_size", "32");
        string[] line = ["train", "--data_dir", data, "--preproc_dir", cubes, "--run_dir", run, "--width", "2", "--batch-size", "2", "--epochs", "1", "--evaluate-every-epochs", "0", "--device", "cpu"];
        CommandRun train = CommandRun.Of([.. line, "--pipeline", "bbox", "--bbox_size", "16", "--cubes_per_bbox", "4", "--projection-hidden", "8", "--mask_aware"]);

        Assert.Equal((ExitCode.Ok, ""), (train.ExitCode, train.ExitCode == ExitCode.Ok ? "" : train.Error));
        Assert.StartsWith("4 cubes from disk (random cubes", train.Out, StringComparison.Ordinal);
        using var store = SynapseLab.Engine.Data.CubeStore.Open(cubes);
        Assert.Equal(32, store.CubeSize);
        Assert.Equal((16, true), (RunFolder.Open(run).ReadConfig().CubeSize, RunFolder.Open(run).ReadConfig().MaskAware));
    }

    [Theory]
    [InlineData("1", "2.5", "warms up over 0.5 epochs instead of 2.5: a warm-up takes at most half of a run, and this one has 1.")]
    [InlineData("2", "1", null)]
    public void Train_WarmUpLongerThanHalfTheRun_IsSaid(string epochs, string warmup, string? expected)
    {
        string run = _cubes.Options("warm").RunDir;
        CommandRun train = CommandRun.Of([.. Small(run), "--epochs", epochs, "--warmup-epochs", warmup, "--evaluate-every-epochs", "0"]);

        string[] warned = [.. ProgressLog.Read(run).OfType<RunWarned>().Select(warning => warning.Message)];
        Assert.Equal(expected is null ? 0 : 1, warned.Length);
        Assert.All(warned, message => Assert.EndsWith(expected!, message, StringComparison.Ordinal));
        Assert.All(warned, message => Assert.Contains(message, train.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Train_SaysWhatToTypeForItsCurves(string board, bool isSaid)
    {
        string run = _cubes.Options("curves").RunDir;
        CommandRun train = CommandRun.Of([.. Small(run), "--epochs", "1", "--evaluate-every-epochs", "0", "--tensor-board", board]);

        Assert.Equal(isSaid, train.Out.Split('\n').Contains($"curves: tensorboard --logdir {run}"));
    }

    [Fact]
    public void Resume_FolderWithoutARun_SaysThat()
    {
        string run = _cubes.Options("none").RunDir;
        CommandRun resumed = CommandRun.Of("train", "--run-dir", run, "--resume");

        Assert.Equal(ExitCode.Failed, resumed.ExitCode);
        Assert.StartsWith($"synapselab: {run} holds no run to resume: expected ", resumed.FailureLine(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run));
    }

    [Fact]
    public void Resume_OnPreparedCubesWithTheirSize_GoesOn()
    {
        using var folder = new Data.TemporaryFolder();
        CommandRun.Of("phantom", "--out", folder.File("phantom"), "--bboxes", "1", "--size", "64", "--synapses", "4");
        string[] line = ["train", "--data_dir", folder.File("phantom"), "--preproc_dir", folder.File("cubes"), "--run_dir", folder.File("run"), "--cube_size", "16", "--epochs", "1", "--device", "cpu"];
        Assert.Equal(ExitCode.Ok, CommandRun.Of([.. line, "--width", "2", "--batch-size", "2", "--evaluate-every-epochs", "0"]).ExitCode);

        Assert.Equal(ExitCode.Ok, CommandRun.Of([.. line, "--resume"]).ExitCode);
    }

    [Theory]
    [InlineData("--epochs", "3", "--epochs: the run was begun with 1, but 3 came")]
    [InlineData("--mixed-precision", null, "--precision: the run was begun with float32, but bfloat16 came")]
    public void Resume_WithAnotherValue_RefusesAndNamesTheOption(string option, string? value, string expected)
    {
        string run = Train("--epochs", "1").RunDir;
        CommandRun resumed = CommandRun.Of(["train", "--run-dir", run, "--resume", option, .. value is null ? (string[])[] : [value]]);

        Assert.Equal(ExitCode.WrongUsage, resumed.ExitCode);
        Assert.Contains(expected, resumed.FailureLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_WithTheSameValuesAndOtherThreads_GoesOn()
    {
        string run = Train("--epochs", "1").RunDir;
        CommandRun resumed = CommandRun.Of("train", "--run-dir", run, "--resume", "--epochs", "1", "--threads", "2");

        Assert.Equal(ExitCode.Ok, resumed.ExitCode);
        Assert.Contains("Finished 1 epoch,", resumed.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--preset", "seed-simclr")]
    [InlineData("--input-scaling", "auto")]
    public void Resume_ScalingLeftToTheRun_AgreesWithWhatTheRunSettled(params string[] left)
    {
        string run = Train(["--epochs", "1", .. left]).RunDir;
        RunFolder folder = RunFolder.At(run);
        folder.WriteConfig(folder.ReadConfig() with { InputScaling = "unit" }); // as the versions without auto wrote it

        CommandRun resumed = CommandRun.Of([.. Small(run), "--epochs", "1", .. left, "--resume"]);
        CommandRun changed = CommandRun.Of([.. Small(run), "--epochs", "1", "--preset", "seed-simclr", "--input-scaling", "signed", "--resume"]);

        Assert.True(resumed.ExitCode == ExitCode.Ok, resumed.Error);
        Assert.Equal("unit", folder.ReadConfig().InputScaling);
        Assert.Equal(ExitCode.WrongUsage, changed.ExitCode);
    }

    [Theory]
    [InlineData("memory", "10 cubes from memory (as asked), ")]
    [InlineData("stream", "10 cubes from disk (as asked), ")]
    public void Train_Loading_IsSaidInTheFirstLine(string loading, string expected) =>
        Assert.StartsWith(expected, CommandRun.Of([.. Small(_cubes.Options("loading").RunDir), "--epochs", "1", "--loading", loading]).Out, StringComparison.Ordinal);

    [Fact]
    public void Train_Preflight_PrintsOneSentenceAndWritesNothing()
    {
        string run = _cubes.Options("preflight").RunDir;
        CommandRun train = CommandRun.Of([.. Small(run), "--preflight"]);

        Assert.Equal(ExitCode.Ok, train.ExitCode);
        Assert.Contains("cubes/s, peak memory", Assert.Single(train.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(run));
    }

    [Fact]
    public void Evaluate_DeviceThatIsNotHere_FailsWithASentence()
    {
        string run = Train("--epochs", "1").RunDir;
        CommandRun evaluate = CommandRun.Of(
            "evaluate", "--checkpoint", Path.Combine(run, "checkpoints", "final.pt"), "--preproc-dir", _cubes.PreprocDir, "--output-dir", Path.Combine(run, "results"), "--device", "cuda:99");

        Assert.Equal(ExitCode.Failed, evaluate.ExitCode);
        Assert.StartsWith("synapselab: The device cuda:99 is not here", evaluate.FailureLine(), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_JsonToStandardOutput_IsOneEventALine()
    {
        string run = _cubes.Options("json").RunDir;
        CommandRun train = CommandRun.Of([.. Small(run), "--epochs", "1", "--json", "-"]);
        TrainingEvent[] events = [.. train.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(TrainingJson.ParseEvent)];

        Assert.IsType<RunStarted>(events[0]);
        RecordedRun.AssertFinished(events);
    }

    [Theory]
    [InlineData("simclr", "6 effective negatives, loss at chance 1.946")]
    [InlineData("byol", "no negatives")]
    public void Train_SaysWhatTheMethodHas(string method, string expected)
    {
        CommandRun train = CommandRun.Of([.. Small(_cubes.Options().RunDir), "--epochs", "1", "--method", method, "--projection-hidden", "8"]);
        string line = train.Out.Split('\n').First(text => text.Contains("steps an epoch", StringComparison.Ordinal));

        Assert.EndsWith(expected, line.TrimEnd(), StringComparison.Ordinal);
    }

    private TrainingOptions Train(params string[] more)
    {
        string run = _cubes.Options().RunDir;
        CommandRun train = CommandRun.Of([.. Small(run), .. more]);
        Assert.True(train.ExitCode == ExitCode.Ok, train.Error);
        return RunFolder.At(run).ReadConfig() with { RunDir = run };
    }

    private string[] Small(string run) =>
        ["train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", run, "--width", "2", "--batch-size", "4", "--device", "cpu", "--threads", "1"];

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
}
