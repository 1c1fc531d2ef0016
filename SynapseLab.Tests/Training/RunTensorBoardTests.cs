using SynapseLab.Engine.Training;
using SynapseLab.Tests.TensorBoard;

namespace SynapseLab.Tests.Training;

public sealed class RunTensorBoardTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new();

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_ToTheEnd_TellsTensorBoardCurvesPicturesOptionsAndTheEnd()
    {
        var options = _cubes.Options("my-run") with { EvaluateEveryEpochs = 3 };
        List<TrainingEvent> events = [];
        Trainer.Run(options, events.Add, default);

        string folder = Assert.Single(Directory.GetDirectories(RunFolder.At(options.RunDir).TensorBoardPath));
        Assert.Matches(@"^my-run_\d{8}_\d{6}$", Path.GetFileName(folder));
        var read = EventReader.Read(Assert.Single(Directory.GetFiles(folder)));
        Assert.Equal(
            events.OfType<StepCompleted>().Select(step => (step.Step, (float)step.Loss)),
            Curve(read, "Loss/Train"));
        Assert.Equal(
            events.OfType<EpochCompleted>().Select(epoch => (epoch.Step, (float)epoch.MeanLoss)),
            Curve(read, "Loss/Epoch_Avg"));
        Assert.Equal([(6L, (float)events.OfType<MetricsComputed>().Single().HopkinsMean)], Curve(read, "Metrics/Hopkins_Mean"));
        string[] others = ["Learning_Rate", "Training/Cubes_Per_Second", "Training/Gradient_Norm", "Metrics/Silhouette", "Hardware/Process_Memory_GB", "Hardware/Busy_Cores"];
        Assert.All(others, tag => Assert.NotEmpty(Curve(read, tag)));
        Assert.Equal(4, read.SelectMany(e => e.Tags).Count(tag => tag.StartsWith("Cubes/", StringComparison.Ordinal)));
        Assert.All(["_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info", "Run/Options", "Run/Start", "Run/End"],
            tag => Assert.Single(read.SelectMany(e => e.Tags), tag));
        string file = System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(folder))));
        Assert.Contains("| Negatives of a view | 6 |", file, StringComparison.Ordinal); // of 4 cubes
        Assert.Contains("| Steps of the run | 6 |", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutTensorBoard_WritesNoEventFile()
    {
        var options = _cubes.Options() with { TensorBoard = false };
        Trainer.Run(options, _ => { }, default);

        Assert.False(Directory.Exists(RunFolder.At(options.RunDir).TensorBoardPath));
    }

    [Fact]
    public void Resume_AfterAKill_GoesOnInTheSameFolderAndTellsReadersWhatToForget()
    {
        var options = _cubes.Options();
        RecordedRun.Kill(options, atStep: 4); // latest.pt holds step 2
        Trainer.Run(options with { Resume = true }, _ => { }, default);

        string[] files = [.. Directory.GetFiles(RunFolder.At(options.RunDir).TensorBoardPath, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(2, files.Length);
        ReadEvent[][] read = [.. files.Select(file => EventReader.Read(file).ToArray())];
        Assert.Equal([1L, 3L], read.Select(events => Assert.Single(events, e => e.SessionStatus == 1).Step));
        Assert.Equal([1L, 2, 3], Curve(read[0], "Loss/Train").Select(point => point.Step));
        Assert.Equal([3L, 4, 5, 6], Curve(read[1], "Loss/Train").Select(point => point.Step));
        Assert.DoesNotContain(read[1].SelectMany(e => e.Tags), tag => tag.StartsWith("Cubes/", StringComparison.Ordinal) || tag == "_hparams_/experiment");
    }

    [Fact]
    public void Run_WhereEventFilesCannotBeWritten_FinishesAndSaysSoOnce()
    {
        var options = _cubes.Options();
        Directory.CreateDirectory(options.RunDir);
        string blocked = RunFolder.At(options.RunDir).TensorBoardPath;
        File.WriteAllText(blocked, "a file in the folder's place");
        var outcome = Trainer.Run(options, _ => { }, default);

        RecordedRun.AssertFinished(outcome);
        Assert.Contains(blocked, Assert.Single(ProgressLog.Read(options.RunDir).OfType<RunWarned>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithAndWithoutTensorBoard_GivesTheSameWeights()
    {
        var (with, without) = (_cubes.Options("with"), _cubes.Options("without") with { TensorBoard = false });
        Trainer.Run(with, _ => { }, default);
        Trainer.Run(without, _ => { }, default);

        Assert.Equal(File.ReadAllBytes(RunFolder.At(without.RunDir).BackbonePath), File.ReadAllBytes(RunFolder.At(with.RunDir).BackbonePath));
    }

    private static (long Step, float Value)[] Curve(IEnumerable<ReadEvent> events, string tag) =>
        [.. from e in events from value in e.Values where value.Text(1) == tag select (e.Step, value.Single(2))];
}
