using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>Which batches a trial takes and what it counts, on a clock that only reading moves.</summary>
public sealed class StepTrialTests
{
    [Fact]
    public void Measure_MaskAwareFromAnEpochOn_TriesThatEpochsBatchesWithTheirRedraws()
    {
        using var volumes = new SyntheticVolumes((z, _, _) => z % 12 == 0); // one section in each cube, which a view's crop may lose
        var options = volumes.Options() with { MaskAwareAfterEpoch = 1, CubeSize = 12, CubesPerBbox = 8, BatchSize = 8 };
        using var cubes = new Watched(volumes.Open(options));

        Assert.NotNull(Trial(cubes).Measure(options));
        Assert.All(cubes.Read, read => Assert.Equal(1, read.Epoch));
        Assert.Contains(cubes.Read, read => read.Redraws!.Draws.Sum() > read.DrawsByReader); // views were held to the rule too
    }

    [Fact]
    public void Measure_BatchesFollowEachOtherAndBeginAnewAtTheEnd()
    {
        using var made = new SyntheticCubes(10);
        using var cubes = new Watched(CubeSourceChoice.Open(made.Options()));
        Trial(cubes).Measure(made.Options());

        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 0, 1], [2, 3, 4, 5]], cubes.Read.Select(read => read.Indices));
        Assert.All(cubes.Read, read => Assert.Equal(0, read.Epoch));
    }

    [Theory]
    [InlineData("stream", 1, 4.0)] // 4 cubes a second: the run waits for its reader
    [InlineData("stream", 20, 0.2)] // too long to warm up for
    [InlineData("memory", 1, 12e9)] // read once, kept: computing took no time on this clock
    public void Measure_CountsReadingWhereTheRunReadsInEveryEpoch(string loading, int secondsABatch, double expected)
    {
        using var made = new SyntheticCubes(10);
        var options = made.Options() with { Loading = loading };
        using var cubes = new Watched(CubeSourceChoice.Open(options)) { SecondsABatch = secondsABatch };

        Assert.Equal(expected, Trial(cubes).Measure(options)!.CubesPerSecond, expected * 1e-6);
        Assert.Equal(secondsABatch == 20 ? 1 : 4, cubes.Read.Count);
    }

    private static StepTrial Trial(Watched cubes) => new(cubes, TorchSharp.torch.CPU, cubes.Clock, default);

    /// <summary>Cubes of another source; remembers what was read, and lets time pass by it.</summary>
    private sealed class Watched(ICubeSource cubes) : DelegatingCubes(cubes)
    {
        internal List<(int Epoch, int[] Indices, MaskAwareRedraws? Redraws, int DrawsByReader)> Read { get; } = [];

        internal int SecondsABatch { get; init; }

        internal StandingClock Clock { get; } = new();

        public override MaskAwareRedraws? ReadBatch(int epoch, int[] indices, TorchSharp.torch.Tensor into)
        {
            var redraws = base.ReadBatch(epoch, indices, into);
            Read.Add((epoch, indices, redraws, redraws?.Draws.Sum() ?? 0));
            Clock.Seconds += SecondsABatch;
            return redraws;
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        internal long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
