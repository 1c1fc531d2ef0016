using SynapseLab.Engine;
using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class CutOutTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(14, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Blacken_BoxOfOneSample_IsExact()
    {
        var raw = ones(2, 1, 2, 3, 3);
        var view = VoxelBox.Blacken(raw, [new([1, 0, 1], [2, 2, 3]), VoxelBox.Empty]);

        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1], Values(view.select(0, 0)));
        Assert.True(view.select(0, 1).equal(raw.select(0, 1)));
    }

    [Fact]
    public void Corner_Ends_ChooseTheCorner()
    {
        var box = new RandomCornerCutOut(1, 0.5).At([1, 1, 4, 4, 6], [false, true, true]);

        Assert.Equal([0, 2, 3], box.First);
        Assert.Equal([2, 4, 6], box.End);
    }

    [Fact]
    public void Corner_ManySamples_AreAllCornersOfAnEighthEach()
    {
        var view = new RandomCornerCutOut(1, 0.5).Apply(ones(100, 1, 4, 4, 4), _random);
        var corners = view.reshape(100, 64).mm(arange(64).to(ScalarType.Float32).reshape(64, 1)); // tells the corners apart

        Assert.Equal(8, Values(corners).Distinct().Count());
        Assert.All(Values(view.sum([1, 2, 3, 4])), sum => Assert.Equal(56, sum));
    }

    [Fact]
    public void Box_ThatWouldHoldTheCentre_IsLeftOut()
    {
        Assert.Equal(VoxelBox.Empty, RandomBoxCutOut.At([1, 1, 8, 8, 8], [0.5f, 0.5f, 0.5f], [0.5f, 0.5f, 0.5f]));
        var box = RandomBoxCutOut.At([1, 1, 8, 8, 8], [0.25f, 0.5f, 0.375f], [0, 0.5f, 0.9999f]);
        Assert.Equal([0, 2, 5], box.First);
        Assert.Equal([2, 6, 8], box.End);
    }

    [Fact]
    public void Box_ManySamples_LeaveTheCentreAndCutSomething()
    {
        var view = new RandomBoxCutOut(1, 0.25, 0.5).Apply(ones(200, 1, 8, 8, 8), _random);

        Assert.Equal(200, view.narrow(2, 4, 1).narrow(3, 4, 1).narrow(4, 4, 1).sum().ToDouble());
        Assert.InRange(view.mean().ToDouble(), 0.85, 0.98);
    }

    [Fact]
    public void Section_Marks_BlackenWholeSections()
    {
        var view = RandomSectionCutOut.Blacken(ones(2, 1, 2, 1, 2), [true, false, false, false]);

        Assert.Equal([0, 0, 1, 1, 1, 1, 1, 1], Values(view));
        Assert.Equal(0.2, 1 - new RandomSectionCutOut(0.2).Apply(ones(100, 1, 40, 1, 1), _random).mean().ToDouble(), 0.03);
    }

    [Fact]
    public void CleftDropout_Lots_TakeCleftVoxelsOnly()
    {
        var masks = tensor(new float[] { 1, 1, 1, 0, 1, 1, 1, 1, 0 }, [1, 3, 1, 1, 3]);
        var lots = tensor(new float[] { 0.1f, 0.1f, 0.3f }, [1, 1, 1, 1, 3]);

        Assert.Equal([1, 1, 1, 0, 0, 1, 1, 1, 0], Values(RandomCleftDropout.Drop(masks, lots, [0.2f])));
        Assert.True(RandomCleftDropout.Drop(masks, lots, [0]).equal(masks));
    }

    [Fact]
    public void CleftDropout_WithoutACleft_SaysWhatToDo() =>
        Assert.Contains("raw+pre+cleft", Assert.Throws<EngineException>(
            () => AugmentationPresets.BoundingBox.Second.Apply(zeros(1, 1, 4, 4, 4), _random)).Message, StringComparison.Ordinal);

    private static float[] Values(Tensor x) => x.contiguous().data<float>().ToArray();
}
