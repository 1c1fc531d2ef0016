using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

public sealed class PolarityRuleTests
{
    [Fact]
    public void Decide_RandomVolumes_AgreesWithTheNaiveTwin()
    {
        var random = new Random(3);
        for (int trial = 0; trial < 300; trial++)
        {
            var shape = new Shape3(random.Next(1, 8), random.Next(1, 9), random.Next(1, 10));
            var size = trial % 2 == 0 ? VoxelSizeNm.Default : new VoxelSizeNm(50, 4, 4);
            var structures = new Volume<byte>(shape);
            var segments = new Volume<uint>(shape);
            for (int i = 0; i < shape.Count; i++)
            {
                structures.Voxels[i] = (byte)(random.NextDouble() < 0.4 ? 1 : random.Next(2) * 2);
                segments.Voxels[i] = (uint)random.Next(4);
            }

            var origin = new Voxel(5, 6, 7);
            var center = new Voxel(origin.Z + (shape.Z / 2), origin.Y + (shape.Y / 2), origin.X + (shape.X / 2));
            (uint segment1, uint segment2) = ((uint)random.Next(4), (uint)random.Next(4));
            var surroundings = new SynapseSurroundings(new Block<byte>(origin, structures), new Block<uint>(origin, segments), null, segment1, segment2);
            Polarity polarity = PolarityRule.Decide(surroundings, center, size);

            int[] cloud = NaiveCloud(structures, new Voxel(shape.Z / 2, shape.Y / 2, shape.X / 2), size);
            int overlap1 = cloud.Count(i => segment1 != 0 && segments.Voxels[i] == segment1);
            int overlap2 = cloud.Count(i => segment2 != 0 && segments.Voxels[i] == segment2);
            Assert.Equal((overlap1, overlap2, overlap1 > overlap2 ? 1 : 2), (polarity.Overlap1, polarity.Overlap2, polarity.Side));
            bool clear = segment1 != 0 && segment2 != 0 && segment1 != segment2 && overlap1 + overlap2 > 0
                && Math.Abs(overlap1 - overlap2) >= 0.2 * (overlap1 + overlap2);
            Assert.Equal(clear ? PolarityState.Clear : PolarityState.Ambiguous, polarity.State);
            Assert.Equal(clear, polarity.Reason is null);
        }
    }

    [Fact]
    public void Find_TwoEquallyCloseComponents_TakesTheFirstInScanOrder()
    {
        // . . V . C . V V   in one row: the nearest voxel of either is 2 voxels away.
        var flags = new Volume<byte>(new Shape3(1, 1, 8), [0, 0, 1, 0, 0, 0, 1, 1]);
        IReadOnlyList<int> found = NearestComponent.Find(new Block<byte>(default, flags), Structures.Vesicle, new Voxel(0, 0, 4), VoxelSizeNm.Default);
        Assert.Equal([2], found);
    }

    // Labels every component by spreading the smallest label until nothing changes, then follows domain §2 word by word.
    private static int[] NaiveCloud(Volume<byte> structures, Voxel center, VoxelSizeNm size)
    {
        Shape3 shape = structures.Shape;
        int[] labels = [.. Enumerable.Range(0, structures.Voxels.Length).Select(i => (structures.Voxels[i] & 1) != 0 ? i : -1)];
        (int Z, int Y, int X) At(int i) => (i / (shape.Y * shape.X), i / shape.X % shape.Y, i % shape.X);
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < labels.Length; i++)
            {
                for (int j = 0; j < labels.Length; j++)
                {
                    ((int z1, int y1, int x1), (int z2, int y2, int x2)) = (At(i), At(j));
                    bool touching = Math.Abs(z1 - z2) + Math.Abs(y1 - y2) + Math.Abs(x1 - x2) == 1;
                    if (touching && labels[i] >= 0 && labels[j] > labels[i])
                    {
                        labels[j] = labels[i];
                        changed = true;
                    }
                }
            }
        }

        double Distance(int i)
        {
            (int z, int y, int x) = At(i);
            return Math.Pow((z - center.Z) * size.Z, 2) + Math.Pow((y - center.Y) * size.Y, 2) + Math.Pow((x - center.X) * size.X, 2);
        }

        int[] mask = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] >= 0)];
        int best = mask.Length == 0 ? -1 : mask.GroupBy(i => labels[i]).OrderBy(g => g.Min(Distance)).ThenBy(g => g.Key).First().Key;
        return [.. mask.Where(i => labels[i] == best)];
    }
}
