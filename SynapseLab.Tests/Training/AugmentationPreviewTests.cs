using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class AugmentationPreviewTests
{
    private static readonly float[] s_cube = [.. Enumerable.Range(0, 3 * 4 * 4 * 4).Select(i => i % 7 / 7f)];

    [Fact]
    public void Compute_SameSeed_GivesTheSameTwoDifferentViews()
    {
        var first = AugmentationPreview.Compute(s_cube, 3, 4, "seed", 5);
        var second = AugmentationPreview.Compute(s_cube, 3, 4, "seed", 5);

        Assert.Equal(first.View1, second.View1);
        Assert.Equal(first.View2, second.View2);
        Assert.NotEqual(first.View1, first.View2);
        Assert.NotEqual(first.View1, AugmentationPreview.Compute(s_cube, 3, 4, "seed", 6).View1);
        Assert.Equal(s_cube.Length, first.View1.Length);
    }

    [Fact]
    public void Compute_WrongLength_Throws() => Assert.Throws<ArgumentException>(() => AugmentationPreview.Compute(s_cube, 1, 4, "seed", 5));
}
