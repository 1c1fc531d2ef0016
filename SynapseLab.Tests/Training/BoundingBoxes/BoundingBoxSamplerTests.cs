using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class BoundingBoxSamplerTests
{
    private static readonly BoundingBoxSampler s_sampler = new([new(12, 8, 9), new(10, 10, 8)], 8, 10, 42);

    [Fact]
    public void Draw_ManyTimes_IsUniformOverBoxesAndCorners()
    {
        const int Draws = 20_000;
        (int Box, Voxel Corner)[] drawn = [.. Enumerable.Range(0, Draws).Select(i => s_sampler.Draw(i / 20, i % 20))];

        // Box 1 has 5 · 1 · 2 = 10 corners, box 2 3 · 3 · 1 = 9; each box is half of the draws.
        var counts = drawn.CountBy(place => place).ToDictionary();
        Assert.Equal(19, counts.Count);
        double chiSquared = counts.Sum(count =>
        {
            double expected = Draws / 2.0 / (count.Key.Box == 0 ? 10 : 9);
            return (count.Value - expected) * (count.Value - expected) / expected;
        });
        Assert.InRange(chiSquared, 5, 45); // 18 degrees of freedom: outside with probability < 0.001
    }

    [Fact]
    public void Draw_IsAFunctionOfSeedEpochIndexAndRedraw()
    {
        var sampler = s_sampler with { Boxes = [new(500, 500, 500)] };
        var other = sampler with { Seed = 43 };

        Assert.Equal(sampler.Draw(3, 4, 5), (sampler with { }).Draw(3, 4, 5));
        Assert.Equal(5, new[] { sampler.Draw(3, 4, 5), sampler.Draw(2, 4, 5), sampler.Draw(3, 5, 5), sampler.Draw(3, 4, 4), other.Draw(3, 4, 5) }.Distinct().Count());
        Assert.Equal(10, sampler.SamplesPerEpoch);
    }
}
