using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

public sealed class RunMetricsTests
{
    [Fact]
    public void Compute_OfAMethodWithoutPairs_ReadsEachCubeOnce()
    {
        using var made = new SyntheticCubes(count: 30);
        using var cubes = new CountingCubes(new CubeReader(CubeStore.Open(made.PreprocDir), CubeLoading.Choose("stream", 0, 1)));
        var options = made.Options() with { Method = "mvm", MethodParameters = SynapseLab.Engine.Methods.MethodParameters.None.With("MaskPatch", 4) };
        using var state = TrainingState.New(options, cubes.ChannelCount, stepsPerEpoch: 1, CPU);
        var (_, figures) = RunMetrics.Compute(state, cubes, CubeSourceChoice.Augmentation(options), seed: 1, CPU, default)!.Value;

        Assert.Equal(Enumerable.Range(0, 30), cubes.Probed.Order());
        Assert.NotNull(figures.IntensityR2);
    }

    // Stripes along z or along y + x: even a small untrained network tells these types apart.
    [Fact]
    public void Compute_TypesFromTheTable_TellsHowWellEmbeddingsKnowThem()
    {
        using var made = new SyntheticCubes(count: 30, typeOf: i => i % 2 == 0 ? "along" : "across");
        using var cubes = new CubeReader(CubeStore.Open(made.PreprocDir), CubeLoading.Choose("stream", 0, 1));
        var options = made.Options();
        using var state = TrainingState.New(options, cubes.ChannelCount, stepsPerEpoch: 1, CPU);
        var (metrics, _) = RunMetrics.Compute(state, cubes, CubeSourceChoice.Augmentation(options), seed: 1, CPU, default)!.Value;

        Assert.InRange(metrics.KnnAccuracy!.Value, 0.9, 1);
        Assert.InRange(metrics.LinearProbeAccuracy!.Value, 0.9, 1);
        Assert.Equal(0.5, metrics.MajorityFraction);
    }

    /// <summary>Notes which probe cubes are read.</summary>
    private sealed class CountingCubes(ICubeSource cubes) : DelegatingCubes(cubes)
    {
        internal List<int> Probed { get; } = [];

        public override float[] ReadProbe(ReadOnlySpan<int> indices)
        {
            Probed.AddRange(indices);
            return base.ReadProbe(indices);
        }
    }
}
