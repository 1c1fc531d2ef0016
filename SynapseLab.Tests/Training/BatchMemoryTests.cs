using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

/// <summary>The memory of batches that are read ahead: how much, whose, and that none stays.</summary>
public sealed class BatchMemoryTests : IDisposable
{
    private readonly SyntheticCubes _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void Slots_AreBoundByBytes() =>
        Assert.Equal((6, 4, 2, 2), (BatchPrefetcher.Slots(1), BatchPrefetcher.Slots(128 << 20), BatchPrefetcher.Slots(300 << 20), BatchPrefetcher.Slots(1L << 40)));

    // 64 × 3 × 80³ float32; the batches of a plain and of a pinned run, of which the latter says what it takes.
    [Theory]
    [InlineData(393_216_000, false, 2 * 393_216_000L)]
    [InlineData(393_216_000, true, 393_216_000L + (2 * (512L << 20)))]
    [InlineData(100_000_000, true, 100_000_000L + (5 * (128L << 20)))]
    public void HostBytes_CountAllBatches(long batch, bool isPinned, long expected) => Assert.Equal(expected, BatchPrefetcher.HostBytes(batch, isPinned));

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
}
