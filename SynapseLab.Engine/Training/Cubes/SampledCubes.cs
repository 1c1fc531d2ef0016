using SynapseLab.Engine.Data;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Random cubes out of whole bounding boxes (domain §4). Which cube a sample is follows from seed, epoch, index and redraw alone.</summary>
internal sealed class SampledCubes : ICubeSource
{
    private const int ProbeCubes = 100;

    // The probe cubes are the same in every run on the same volumes.
    private const long ProbeSeed = 0xB0B0;

    private readonly VolumeStore _volumes;
    private readonly TrainingOptions _options;
    private readonly BoundingBoxSampler _sampler;
    private readonly BoundingBoxSampler _probe;

    /// <summary>Takes the volumes over.</summary>
    /// <exception cref="EngineException">A volume is smaller than a cube.</exception>
    internal SampledCubes(VolumeStore volumes, TrainingOptions options)
    {
        (_volumes, _options) = (volumes, options);
        _sampler = new BoundingBoxSampler([.. volumes.Boxes.Select(box => box.Shape)], options.CubeSize, options.CubesPerBbox, options.Seed);
        _probe = _sampler with { Seed = ProbeSeed };
        foreach (var (name, shape) in volumes.Boxes)
        {
            if (Math.Min(shape.Z, Math.Min(shape.Y, shape.X)) < options.CubeSize)
            {
                throw new EngineException($"Cubes of {options.CubeSize}³ do not fit into {name}, which is {shape} voxels; choose a smaller cube size.");
            }
        }
    }

    /// <inheritdoc />
    public int Count => _sampler.SamplesPerEpoch;

    /// <inheritdoc />
    public int ProbeCount => ProbeCubes;

    /// <inheritdoc />
    public int CubeSize => _options.CubeSize;

    /// <inheritdoc />
    public int ChannelCount => VolumeStore.ChannelCount;

    /// <inheritdoc />
    public int CubeLength => ChannelCount * CubeSize * CubeSize * CubeSize;

    /// <inheritdoc />
    public string Channels => VolumeStore.Channels;

    /// <inheritdoc />
    public string Fingerprint => _volumes.Fingerprint;

    /// <inheritdoc />
    public bool IsZScored => true;

    /// <inheritdoc />
    public CubeLoading Loading { get; } = new(false, "random cubes come from the volumes' files, whatever is asked");

    /// <inheritdoc />
    public IReadOnlyList<CubeEntry>? Synapses => null;

    /// <inheritdoc />
    public string NameOf(int index)
    {
        var (box, corner) = _probe.Draw(0, index);
        return $"{_volumes.Boxes[box].Name}_z{corner.Z}_y{corner.Y}_x{corner.X}";
    }

    /// <inheritdoc />
    public MaskAwareRedraws? ReadBatch(int epoch, int[] indices, Tensor into)
    {
        bool isMaskAware = _options.MaskAware || (_options.MaskAwareAfterEpoch >= 0 && epoch >= _options.MaskAwareAfterEpoch);
        int[] draws = new int[indices.Length];
        CubeBatch.Fill(into, CubeLength, (i, cube) =>
        {
            if (isMaskAware)
            {
                draws[i] = ReadWithCleft(epoch, indices[i], 0, cube);
            }
            else
            {
                Read(_sampler.Draw(epoch, indices[i]), cube);
            }
        });
        return isMaskAware ? new MaskAwareRedraws(this, epoch, indices, draws) : null;
    }

    /// <inheritdoc />
    public float[] ReadProbe(ReadOnlySpan<int> indices)
    {
        float[] cubes = new float[indices.Length * CubeLength];
        for (int i = 0; i < indices.Length; i++)
        {
            Read(_probe.Draw(0, indices[i]), cubes.AsSpan(i * CubeLength, CubeLength));
        }

        return cubes;
    }

    /// <summary>Reads the first draw of a sample, from a redraw on, whose cube has enough cleft voxels, or else the last; answers which it is.</summary>
    internal int ReadWithCleft(int epoch, int index, int redraw, Span<float> cube)
    {
        for (; ; redraw++)
        {
            Read(_sampler.Draw(epoch, index, redraw), cube);
            if (redraw >= MaskAwareRedraws.MostRedraws || CleftVoxels(cube) >= MaskAwareRedraws.LeastCleftVoxels)
            {
                return redraw;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _volumes.Dispose();

    private static int CleftVoxels(ReadOnlySpan<float> cube) => cube.Length - (2 * cube.Length / 3) - cube[(2 * cube.Length / 3)..].Count(0f);

    private void Read((int Box, Voxel Corner) place, Span<float> cube)
    {
        _volumes.Read(place.Box, place.Corner, CubeSize, cube);
        if (_options.PerCubeNormalisation)
        {
            ZScore.Apply(cube[..(cube.Length / ChannelCount)]);
        }
    }
}
