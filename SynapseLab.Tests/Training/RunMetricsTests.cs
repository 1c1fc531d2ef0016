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
        using var reader = new CubeReader(CubeStore.Open(made.PreprocDir), CubeLoading.Choose("stream", 0, 1));
        using var cubes = new CountingCubes(reader);
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
    private sealed class CountingCubes(ICubeSource cubes) : ICubeSource
    {
        internal List<int> Probed { get; } = [];

        public int Count => cubes.Count;

        public int ProbeCount => cubes.ProbeCount;

        public int CubeSize => cubes.CubeSize;

        public int ChannelCount => cubes.ChannelCount;

        public int CubeLength => cubes.CubeLength;

        public string Channels => cubes.Channels;

        public string Fingerprint => cubes.Fingerprint;

        public bool IsZScored => cubes.IsZScored;

        public CubeLoading Loading => cubes.Loading;

        public IReadOnlyList<CubeEntry>? Synapses => cubes.Synapses;

        public string NameOf(int index) => cubes.NameOf(index);

        public MaskAwareRedraws? ReadBatch(int epoch, int[] indices, TorchSharp.torch.Tensor into) => cubes.ReadBatch(epoch, indices, into);

        public float[] ReadProbe(ReadOnlySpan<int> indices)
        {
            Probed.AddRange(indices);
            return cubes.ReadProbe(indices);
        }

        public void Dispose()
        {
        }
    }
}
