using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

/// <summary>Which states of a run stay on the disk: the best by a figure, and some epochs.</summary>
public sealed class KeptCheckpointsTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new(typeOf: i => i < 5 ? "early" : "late");

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData(2, 2, "epoch_000004.pt epoch_000006.pt")]
    [InlineData(2, 0, "epoch_000002.pt epoch_000004.pt epoch_000006.pt")]
    [InlineData(3, 1, "epoch_000006.pt")]
    [InlineData(0, 2, "")]
    public void Run_KeepsTheNewestOfEveryNthEpoch(int every, int most, string expected)
    {
        var options = _cubes.Options() with { Epochs = 7, KeepEveryEpochs = every, KeepCheckpoints = most };
        RecordedRun.Of(options, cancelAfter: 9); // in the fifth epoch, of two steps each
        RecordedRun.Of(options with { Resume = true });

        string[] kept = [.. Directory.EnumerateFiles(Path.Combine(options.RunDir, "checkpoints"), "epoch_*").Select(path => Path.GetFileName(path)).Order()];
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), kept);
        Assert.All(kept, name => Assert.Equal(name, $"epoch_{EpochOf(options, Path.GetFileNameWithoutExtension(name)):D6}.pt"));
    }

    [Theory]
    [InlineData("silhouette")]
    [InlineData("loss")]
    [InlineData("rankme")]
    [InlineData("hopkins")]
    [InlineData("knn")]
    public void Run_BestBy_HoldsTheEpochWhoseFigureWasBest(string figure)
    {
        TrainingOptions Of(string run) => _cubes.Options(run) with { Epochs = 8, LearningRate = 0.02, BestBy = figure, EvaluateEveryEpochs = 1 };
        var (_, events) = RecordedRun.Of(Of("undisturbed"));
        RecordedRun.Of(Of("cancelled"), cancelAfter: 9);
        RecordedRun.Of(Of("cancelled") with { Resume = true });
        (int Epoch, double Figure)[] figures = figure == "loss"
            ? [.. events.OfType<EpochCompleted>().Select(epoch => (epoch.Epoch, -epoch.MeanLoss))]
            : [.. events.OfType<MetricsComputed>().Select(metrics => (metrics.Epoch, Figure(metrics, figure)))];

        Assert.Equal(8, figures.Length);
        Assert.NotEqual(figures.MaxBy(epoch => epoch.Figure), figures.MinBy(epoch => epoch.Figure)); // there is something to choose
        Assert.Equal(figures.MaxBy(epoch => epoch.Figure).Epoch, EpochOf(Of("undisturbed"), "best"));
        Assert.Equal(EpochOf(Of("undisturbed"), "best"), EpochOf(Of("cancelled"), "best")); // the figure to beat outlives a resumption
    }

    private static double Figure(MetricsComputed metrics, string name) => name switch
    {
        "silhouette" => metrics.Silhouette,
        "rankme" => metrics.RankMe!.Value,
        "hopkins" => metrics.HopkinsMean,
        _ => metrics.KnnAccuracy!.Value,
    };

    private static long EpochOf(TrainingOptions options, string kind) => TorchFile.ReadDictionary(RunFolder.At(options.RunDir).Checkpoint(kind)).Get<long>("epoch");
}
