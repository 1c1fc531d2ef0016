using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class CubeLoadingTests : IDisposable
{
    private readonly SyntheticCubes _made = new();

    public void Dispose() => _made.Dispose();

    [Theory]
    [InlineData("auto", 25, true)]
    [InlineData("auto", 26, false)]
    [InlineData("memory", 100, true)]
    [InlineData("stream", 1, false)]
    public void Choose_OfAHundredBytesOfMemory_KeepsWhatFits(string option, long cubeBytes, bool keeps) =>
        Assert.Equal(keeps, CubeLoading.Choose(option, cubeBytes, 100).Keeps);

    [Fact]
    public void Choose_MemoryThatDoesNotSuffice_IsRefusedWithBothFigures()
    {
        var error = Assert.Throws<EngineException>(() => CubeLoading.Choose("memory", 3L << 30, 2L << 30));

        Assert.Contains("3.0 GiB", error.Message, StringComparison.Ordinal);
        Assert.Contains("2.0 GiB", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadBatch_KeptAndStreamed_GiveTheSameVoxels()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        var kept = new CubeReader(cubes, CubeLoading.Choose("memory", cubes));
        var streamed = new CubeReader(cubes, CubeLoading.Choose("stream", cubes));
        float[] first = kept.ReadArray(0, [3, 0]).Cubes;

        Assert.Equal(10L * 3 * 8 * 8 * 8, cubes.StoredBytes); // a byte each
        Assert.Equal(streamed.ReadArray(0, [3, 0]).Cubes, first);
        Assert.Equal(first, kept.ReadArray(1, [3, 0]).Cubes); // from memory
        Assert.Equal((2, 0), (kept.KeptCount, streamed.KeptCount));
    }

    [Fact]
    public void Run_StreamedOrKept_EndsWithTheSameWeightsAndSaysWhich()
    {
        byte[] kept = Train("memory", out var keptStart);
        byte[] streamed = Train("stream", out var streamedStart);
        Train("auto", out var chosen);

        Assert.Equal(kept, streamed);
        Assert.Equal(("memory", "stream", "memory"), (keptStart.Loading, streamedStart.Loading, chosen.Loading));
        Assert.Contains("fit a quarter of", chosen.LoadingReason, StringComparison.Ordinal);
    }

    private byte[] Train(string loading, out RunStarted started)
    {
        var options = _made.Options(loading) with { Loading = loading, Epochs = 2 };
        List<TrainingEvent> events = [];
        RecordedRun.AssertFinished(Trainer.Run(options, events.Add, default));
        started = events.OfType<RunStarted>().Single();
        return File.ReadAllBytes(RunFolder.At(options.RunDir).BackbonePath);
    }
}
