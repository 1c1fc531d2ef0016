using SynapseLab.Engine.Data.Tiff;

namespace SynapseLab.Engine.Data;

/// <summary>Counts the structure codes of a mask: everywhere, at the annotated centres, and around them.</summary>
internal sealed class CodeCensus
{
    private const int Reach = 12; // voxels around a centre, per axis; about 100 nm at 8 nm

    private readonly SortedDictionary<int, long> _everywhere = [];
    private readonly SortedDictionary<int, long> _atCenters = [];
    private readonly SortedDictionary<int, long> _nearCenters = [];

    /// <summary>Voxels per code, 0 included.</summary>
    internal IReadOnlyDictionary<int, long> Everywhere => _everywhere;

    /// <summary>Centres per code that their voxel has.</summary>
    internal IReadOnlyDictionary<int, long> AtCenters => _atCenters;

    /// <summary>Voxels per code within <see cref="Reach"/> of a centre.</summary>
    internal IReadOnlyDictionary<int, long> NearCenters => _nearCenters;

    /// <summary>Reads the mask once, slice by slice.</summary>
    internal static CodeCensus Take(string maskPath, IReadOnlyList<Voxel> centers, CancellationToken cancellationToken)
    {
        TiffSlices mask = TiffSlices.Open(maskPath);
        var census = new CodeCensus();
        var gate = new Lock();
        TiffSlices.InParallel(
            0,
            mask.Shape.Z,
            z =>
            {
                var codes = new uint[mask.Shape.Y * mask.Shape.X];
                mask.Read(z, TiffColor.FirstSample, codes.AsSpan());
                Dictionary<uint, long> slice = Count(codes);
                lock (gate)
                {
                    census.Add(slice, codes, z, mask.Shape, centers);
                }
            },
            cancellationToken);
        return census;
    }

    private static Dictionary<uint, long> Count(uint[] codes)
    {
        var counts = new Dictionary<uint, long>();
        for (int i = 0; i < codes.Length;)
        {
            int start = i; // codes come in long runs
            while (++i < codes.Length && codes[i] == codes[start])
            {
            }

            counts[codes[start]] = counts.GetValueOrDefault(codes[start]) + (i - start);
        }

        return counts;
    }

    private void Add(Dictionary<uint, long> slice, uint[] codes, int z, Shape3 shape, IReadOnlyList<Voxel> centers)
    {
        foreach ((uint code, long count) in slice)
        {
            Add(_everywhere, code, count);
        }

        foreach (Voxel center in centers.Where(c => Math.Abs(c.Z - z) <= Reach))
        {
            if (center.Z == z)
            {
                Add(_atCenters, codes[(center.Y * shape.X) + center.X], 1);
            }

            for (int y = Math.Max(0, center.Y - Reach); y <= Math.Min(shape.Y - 1, center.Y + Reach); y++)
            {
                for (int x = Math.Max(0, center.X - Reach); x <= Math.Min(shape.X - 1, center.X + Reach); x++)
                {
                    Add(_nearCenters, codes[(y * shape.X) + x], 1);
                }
            }
        }
    }

    private static void Add(SortedDictionary<int, long> counts, uint code, long count)
    {
        int key = (int)Math.Min(code, int.MaxValue);
        counts[key] = counts.GetValueOrDefault(key) + count;
    }
}
