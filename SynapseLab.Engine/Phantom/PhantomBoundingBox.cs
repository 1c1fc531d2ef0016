using System.Runtime.InteropServices;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Phantom;

/// <summary>Makes and writes one bounding box of a phantom.</summary>
internal sealed class PhantomBoundingBox
{
    private readonly PhantomOptions _options;
    private readonly int _index;
    private readonly string _name;
    private readonly RandomStream _random;
    private readonly Tissue _tissue;
    private readonly SlabRenderer _renderer;

    /// <summary>Builds the tissue of bounding box <paramref name="index"/>, 0-based; its draws depend on no other box.</summary>
    public PhantomBoundingBox(PhantomOptions options, int index)
    {
        _options = options;
        _index = index;
        _name = $"bbox{index + 1}";
        _random = new RandomStream(RandomStream.Mix(((ulong)(uint)options.Seed << 32) | (uint)index));
        _tissue = TissueBuilder.Build(options.Size, options.SynapseCount, options.TypeCount, _random.Fork());
        var stain = new Stain(_random.Fork());
        var exposure = new Exposure(_random.Fork(), options.Size);
        var labels = new Labels(_tissue.NeuriteCount, CodeTable.Seed.For(_name).Codes, _random.Fork());
        _renderer = new SlabRenderer(_tissue, stain, exposure, labels);
    }

    /// <summary>Writes the stacks and the table into a dataset folder; returns what was planted.</summary>
    public IReadOnlyList<PhantomTruthSynapse> Write(string directory, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        string raw = Directory.CreateDirectory(Path.Combine(directory, "raw", _name)).FullName;
        string segments = Directory.CreateDirectory(Path.Combine(directory, "seg", _name)).FullName;
        string structures = Directory.CreateDirectory(Path.Combine(directory, $"bbox_{_index + 1}")).FullName;
        long total = (long)_options.BoundingBoxCount * _options.Size;
        for (int z = 0; z < _options.Size; z += SlabRenderer.Thickness)
        {
            progress?.Report(new WorkProgress($"{_name}: rendering sections", ((long)_index * _options.Size) + z, total));
            Slab slab = _renderer.Render(z, cancellationToken);
            int first = z;
            void WriteSections(int section)
            {
                string file = $"slice_{first + section:0000}.tif";
                WriteSection(Path.Combine(raw, file), slab.Raw, section, bitsPerSample: 8);
                WriteSection(Path.Combine(segments, file), slab.Segments, section, bitsPerSample: 16);
                WriteSection(Path.Combine(structures, file), slab.Structures, section, bitsPerSample: 8);
            }

            TiffSlices.InParallel(0, slab.Raw.Shape.Z, WriteSections, cancellationToken);
        }

        progress?.Report(new WorkProgress($"{_name}: done", (long)(_index + 1) * _options.Size, total));
        return WriteTable(Path.Combine(directory, $"{_name}.xlsx"));
    }

    private static void WriteSection<T>(string file, Volume<T> volume, int section, int bitsPerSample)
        where T : unmanaged
    {
        (int height, int width) = (volume.Shape.Y, volume.Shape.X);
        ReadOnlySpan<T> voxels = volume.Voxels.AsSpan(section * height * width, height * width);
        TiffWriter.WriteSlice(file, MemoryMarshal.AsBytes(voxels), width, height, bitsPerSample, TiffCompression.Deflate);
    }

    private IReadOnlyList<PhantomTruthSynapse> WriteTable(string path)
    {
        IReadOnlyList<SynapseSite> sites = SynapseSite.FindAll(_tissue);
        IReadOnlyList<SynapseName> names = SynapseName.Draw(sites, _random.Fork());
        List<(string, Voxel, Voxel, Voxel, string)> rows = [];
        List<PhantomTruthSynapse> truth = [];
        RandomStream sides = _random.Fork();
        for (int i = 0; i < sites.Count; i++)
        {
            SynapseSite site = sites[i];
            int presynapticSide = 1 + sides.Index(2);
            (Voxel first, Voxel second) = presynapticSide == 1 ? (site.Presynaptic, site.Postsynaptic) : (site.Postsynaptic, site.Presynaptic);
            rows.Add((names[i].Written, site.Center, first, second, site.Synapse.Type.Name));
            truth.Add(PhantomTruthSynapse.Of(_name, names[i], site, presynapticSide));
        }

        SynapseSheet.Write(path, rows);
        return truth;
    }
}
