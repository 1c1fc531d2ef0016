using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using TorchSharp;

namespace SynapseLab.Tests.Training;

/// <summary>Cubes of another source, which it owns; a test changes what it watches.</summary>
internal abstract class DelegatingCubes(ICubeSource cubes) : ICubeSource
{
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

    public virtual MaskAwareRedraws? ReadBatch(int epoch, int[] indices, torch.Tensor into) => cubes.ReadBatch(epoch, indices, into);

    public virtual float[] ReadProbe(ReadOnlySpan<int> indices) => cubes.ReadProbe(indices);

    public void Dispose() => cubes.Dispose();
}
