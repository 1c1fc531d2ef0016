using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Data;

namespace SynapseLab.Tests.Training;

/// <summary>Real EM from the folder to the four files of an evaluation: cubes, a small run, its checkpoint.</summary>
public sealed class LarvalVncRunTests
{
    [Fact]
    public void RealData_IsCutTrainedAndEvaluated()
    {
        string dataDir = LarvalVnc.DataDir();
        using var folder = new TemporaryFolder();
        Preprocessor.Run(new PreprocessOptions(dataDir, folder.File("cubes"), 32, Codes: LarvalVnc.Codes), null, default);
        var options = new TrainingOptions
        {
            PreprocDir = folder.File("cubes"),
            RunDir = folder.File("run"),
            Width = 4,
            Epochs = 2,
            BatchSize = 16,
            EvaluateEveryEpochs = 1,
            Device = "cpu",
        };
        List<TrainingEvent> events = [];
        TrainingOutcome outcome = Trainer.Run(options, events.Add, default);
        EvaluationReport report = CheckpointEvaluation.Run(
            RunFolder.At(options.RunDir).Checkpoint("final"), options.PreprocDir, folder.File("results"), null, "cpu", null, default);

        RecordedRun.AssertFinished(outcome);
        Assert.Equal(6, outcome.Step);
        Assert.Equal(2, events.OfType<MetricsComputed>().Count());
        Assert.Equal((48, 32), (report.Embeddings.Count, report.Embeddings.Dimension));
        Assert.Equal(24, report.Silhouette!.ClusterCount);
        Assert.Equal(49, File.ReadAllLines(folder.File("results/embeddings.csv")).Length);
    }
}
