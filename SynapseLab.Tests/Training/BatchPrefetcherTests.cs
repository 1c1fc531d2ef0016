using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Torch;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

/// <summary>Batches that are read ahead: in order, into arrays that are used again, never into one that is in use.</summary>
public sealed class BatchPrefetcherTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly SyntheticCubes _made = new();

    public void Dispose() => _made.Dispose();

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

    // The thread reads on, as far as it may, while the first batch is in use.
    [Fact]
    public void Next_BatchInUse_IsNotReadInto()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        using SemaphoreSlim taken = new(0), read = new(0);
        var reader = CubeReader.ReadingOnce(cubes);
        var source = new Watched(reader, before: cube => _ = cube == 0 || taken.Wait(s_patience), after: () => read.Release());
        using var batches = new BatchPrefetcher(source, Enumerable.Range(0, 10).Select(i => (0, new[] { i })), batchSize: 1);
        var first = batches.Next().Batch.Cubes;
        taken.Release(10);
        for (int i = 0; i < BatchPrefetcher.Slots(1); i++)
        {
            Assert.True(read.Wait(s_patience));
        }

        Assert.Equal(reader.ReadArray(0, [0]).Cubes, first.data<float>().ToArray());
    }

    [Fact]
    public void Next_CubeThatCannotBeRead_SaysSoAfterTheBatchesBeforeIt()
    {
        using var cubes = CubeStore.Open(_made.PreprocDir);
        var source = new Watched(CubeReader.ReadingOnce(cubes), before: cube => _ = cube < 2 ? 0 : throw new EngineException("Cube 2 is damaged."), after: () => { });
        using var batches = new BatchPrefetcher(source, Enumerable.Range(0, 10).Select(i => (0, new[] { i })), batchSize: 1);
        batches.Next();
        batches.Next();

        Assert.Equal("Cube 2 is damaged.", Assert.Throws<EngineException>(() => batches.Next()).Message);
    }

    /// <summary>Lets a test do something on the reading thread before and after each read.</summary>
    private sealed class Watched(ICubeSource cubes, Action<int> before, Action after) : DelegatingCubes(cubes)
    {
        public override MaskAwareRedraws? ReadBatch(int epoch, int[] indices, Tensor into)
        {
            before(indices[0]);
            var redraws = base.ReadBatch(epoch, indices, into);
            after();
            return redraws;
        }
    }
}
