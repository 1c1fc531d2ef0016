using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using static TorchSharp.torch;

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
    public void Slots_AreBoundByBytes() =>
        Assert.Equal((6, 4, 2, 2), (BatchPrefetcher.Slots(1), BatchPrefetcher.Slots(128 << 20), BatchPrefetcher.Slots(300 << 20), BatchPrefetcher.Slots(1L << 40)));

    // 64 × 3 × 80³ float32; the batches of a plain and of a pinned run, of which the latter says what it takes.
    [Theory]
    [InlineData(393_216_000, false, 2 * 393_216_000L)]
    [InlineData(393_216_000, true, 393_216_000L + (2 * (512L << 20)))]
    [InlineData(100_000_000, true, 100_000_000L + (5 * (128L << 20)))]
    public void HostBytes_CountAllBatches(long batch, bool isPinned, long expected) => Assert.Equal(expected, BatchPrefetcher.HostBytes(batch, isPinned));

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

    // 12 cubes are less than the buffers hold, 240 are much more.
    [Theory]
    [InlineData(12)]
    [InlineData(240)]
    public void Next_SetOfAnySize_HoldsTheSameFewBytes(int count)
    {
        const int Batch = 4;
        using var made = new SyntheticCubes(count);
        using var cubes = CubeStore.Open(made.PreprocDir);
        var reader = new CubeReader(cubes, CubeLoading.Choose("stream", cubes));
        using var batches = new BatchPrefetcher(reader, new EpochSampler(count, Batch, 1).BatchesFrom(0, 0, 2).Select(batch => (0, batch)), Batch);
        HashSet<Tensor> arrays = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < 2 * count / Batch; i++)
        {
            arrays.Add(batches.Next().Batch.Cubes);
        }

        int batchBytes = Batch * cubes.CubeLength * sizeof(float);
        Assert.InRange(arrays.Sum(array => array.numel() * sizeof(float)), batchBytes, BatchPrefetcher.Slots(batchBytes) * batchBytes);
        Assert.Equal(0, reader.KeptCount);
    }

    [Fact]
    public void Next_UsesItsArraysAgain()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        var reader = CubeReader.ReadingOnce(cubes);
        using var batches = new BatchPrefetcher(reader, Enumerable.Range(0, 60).Select(i => (i / 10, new[] { i % 10 })), batchSize: 1);
        HashSet<Tensor> arrays = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < 60; i++)
        {
            var (epoch, indices, batch) = batches.Next();
            arrays.Add(batch.Cubes);
            Assert.Equal(i / 10, epoch);
            Assert.Equal([i % 10], indices);
            Assert.Equal(reader.ReadArray(epoch, indices).Cubes, batch.Cubes.data<float>().ToArray());
        }

        Assert.InRange(arrays.Count, 1, BatchPrefetcher.Slots(1));
    }

    // Stands for pinning, which needs a GPU.
    [Fact]
    public void Next_Pinned_HandsOutCopiesMadeOnTheReadingThreadAndEndsThem()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        var reader = CubeReader.ReadingOnce(cubes);
        HashSet<Tensor> plain = new(ReferenceEqualityComparer.Instance), pinned = new(ReferenceEqualityComparer.Instance);
        HashSet<int> threads = [];
        using (var batches = new BatchPrefetcher(reader, Enumerable.Range(0, 30).Select(i => (i / 10, new[] { i % 10 })), batchSize: 1, Pin))
        {
            Tensor? before = null;
            for (int i = 0; i < 30; i++)
            {
                var (epoch, indices, batch) = batches.Next();
                Assert.True(before is null or { IsInvalid: true });
                Assert.Equal(reader.ReadArray(epoch, indices).Cubes, batch.Cubes.data<float>().ToArray());
                before = batch.Cubes;
            }
        }

        Assert.Equal((1, 30), (plain.Count, pinned.Count)); // all are read into one
        Assert.DoesNotContain(Environment.CurrentManagedThreadId, threads);
        Assert.All(plain.Concat(pinned), tensor => Assert.True(tensor.IsInvalid));

        Tensor Pin(Tensor values)
        {
            plain.Add(values);
            threads.Add(Environment.CurrentManagedThreadId);
            var copy = values.clone();
            pinned.Add(copy);
            return copy;
        }
    }

    [Fact]
    public void Dispose_InMidEpoch_LeavesNoTensor()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        List<Tensor> read = [];
        using (var batches = new BatchPrefetcher(CubeReader.ReadingOnce(cubes), Enumerable.Range(0, 1000).Select(i => (0, new[] { i % 10 })), batchSize: 1))
        {
            for (int i = 0; i < 20; i++)
            {
                read.Add(batches.Next().Batch.Cubes);
            }
        }

        Assert.All(read, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void PinFor_TheCpu_IsNothing() => Assert.Null(BatchPrefetcher.PinFor(CPU));

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
