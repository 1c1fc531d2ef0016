using SynapseLab.Cli;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Data;
using SynapseLab.Tests.Training;

namespace SynapseLab.Tests.Cli;

/// <summary>What a wrong or unlucky command line gets: one line on standard error and an exit code, never an "unexpected" error.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _cubes.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("inspect", "--cube-size", "-5")]
    [InlineData("inspect", "--cube-size", "17")]
    [InlineData("preprocess", "--cube-size", "17")]
    [InlineData("preprocess", "--channels", "rgb")]
    [InlineData("preprocess", "--preproc-dir", "")]
    [InlineData("evaluate", "--device", "tpu")]
    [InlineData("evaluate", "--output-dir", "")]
    public void Run_ValueThatCannotBe_IsWrongUsage(string verb, string option, string value)
    {
        string[] needed = verb switch
        {
            "inspect" => ["--data-dir", "none"],
            "preprocess" => ["--data-dir", "none", "--preproc-dir", "none"],
            _ => ["--checkpoint", "none", "--preproc-dir", "none", "--output-dir", "none"],
        };
        int at = Array.IndexOf(needed, option);
        string[] arguments = at < 0 ? [verb, .. needed, option, value] : [verb, .. needed[..at], option, value, .. needed[(at + 2)..]];

        (int code, _, string error) = Run(arguments);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.StartsWith("synapselab: ", error, StringComparison.Ordinal);
        Assert.Contains(value.Length > 0 ? value : option, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_NoBoxCanBeUsed_TellsTheFindingsAndFails()
    {
        TinyDataset.Write(_folder.Path, boxes: 2);
        File.WriteAllText(_folder.File("raw/bbox1/slice_4.tif"), "broken");

        (int one, _, string none) = Run("inspect", "--data-dir", _folder.Path, "--cube-size", "12");
        File.WriteAllText(_folder.File("bbox_2/slice_4.tif"), "broken");
        (int both, string report, string error) = Run("inspect", "--data-dir", _folder.Path, "--cube-size", "12");

        Assert.Equal((ExitCode.Ok, ExitCode.Failed), (one, both));
        Assert.DoesNotContain("synapselab:", none, StringComparison.Ordinal);
        Assert.Contains("raw/bbox1/slice_4.tif (slice 4)", report, StringComparison.Ordinal);
        Assert.Contains("synapselab: None of the 2 bounding boxes of ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OutputIsAFile_SaysSoBeforeTheCubesAreEmbedded()
    {
        TrainingOptions options = _cubes.Options();
        Trainer.Run(options, _ => { }, default);
        File.WriteAllText(_folder.File("taken"), "");

        (int code, _, string error) = Run("evaluate", "--checkpoint", RunFolder.At(options.RunDir).BackbonePath, "--preproc-dir", _cubes.PreprocDir, "--output-dir", _folder.File("taken"));

        Assert.Equal(ExitCode.Failed, code);
        Assert.DoesNotContain("unexpected", error, StringComparison.Ordinal);
        Assert.DoesNotContain("embedding cubes", error, StringComparison.Ordinal);
        Assert.Contains("taken", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ResumedWithAnotherValue_IsRefusedAndNamesIt()
    {
        TrainingOptions options = _cubes.Options();
        Trainer.Run(options, _ => { }, default);

        (int same, _, _) = Run("train", "--run-dir", options.RunDir, "--resume", "--epochs", "3", "--threads", "1");
        (int other, _, string error) = Run("train", "--run-dir", options.RunDir, "--resume", "--epochs", "5", "--threads", "1");

        Assert.Equal((ExitCode.Ok, ExitCode.WrongUsage), (same, other));
        Assert.Contains("--epochs", error, StringComparison.Ordinal);
        Assert.Contains("3", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_ConfigDamaged_NamesTheFile()
    {
        TrainingOptions options = _cubes.Options();
        Directory.CreateDirectory(options.RunDir);
        File.WriteAllText(RunFolder.At(options.RunDir).ConfigPath, "{");

        (int code, _, string error) = Run("train", "--run-dir", options.RunDir, "--resume");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("config.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_JsonCannotBeWrittenOn_TrainsToTheEndAndFailsWithASentence()
    {
        (int code, string text, string error) = Run(
            "train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", _folder.File("run"), "--json", "/dev/full",
            "--width", "2", "--batch-size", "4", "--epochs", "1", "--evaluate-every-epochs", "0", "--device", "cpu", "--threads", "1");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("Finished 1 epoch,", text, StringComparison.Ordinal);
        Assert.Contains("synapselab: The JSON in '/dev/full'", error, StringComparison.Ordinal);
        Assert.True(File.Exists(RunFolder.At(_folder.File("run")).Checkpoint("final")));
    }

    [Fact]
    public void Train_StandardOutputFull_TrainsToTheEnd()
    {
        var console = new CommandConsole(new FullWriter(), TextWriter.Null, false, TimeProvider.System);

        int code = SynapseLabCommand.Run(
            ["train", "--preproc-dir", _cubes.PreprocDir, "--run-dir", _folder.File("run"), "--width", "2", "--batch-size", "4", "--epochs", "1", "--evaluate-every-epochs", "0", "--device", "cpu", "--threads", "1"],
            console,
            default);

        Assert.Equal(ExitCode.Ok, code);
        Assert.True(File.Exists(RunFolder.At(_folder.File("run")).Checkpoint("final")));
    }

    /// <summary>Standard output into a file on a full disk.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }

    private static (int Code, string Out, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = SynapseLabCommand.Run(arguments, new CommandConsole(output, error, ErrorIsTerminal: false, TimeProvider.System), default);
        return (code, output.ToString(), error.ToString());
    }
}
