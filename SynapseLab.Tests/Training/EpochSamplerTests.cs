using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class EpochSamplerTests
{
    [Fact]
    public void Order_EachEpoch_IsAPermutationOfItsOwn()
    {
        var sampler = new EpochSampler(50, 8, 42);

        Assert.Equal(Enumerable.Range(0, 50), sampler.Order(0).Order());
        Assert.Equal(sampler.Order(3), sampler.Order(3));
        Assert.NotEqual(sampler.Order(0), sampler.Order(1));
        Assert.NotEqual(sampler.Order(0), (sampler with { Seed = 43 }).Order(0));
    }

    [Fact]
    public void Order_ManyEpochs_PutsEachCubeEverywhereEquallyOften()
    {
        var sampler = new EpochSampler(5, 1, 7);
        int[] firsts = [.. Enumerable.Range(0, 5000).Select(epoch => sampler.Order(epoch)[0])];

        Assert.All(firsts.CountBy(cube => cube), count => Assert.InRange(count.Value, 900, 1100));
    }

    [Fact]
    public void BatchesFrom_Start_DropsTheLastIncompleteBatch()
    {
        int[][] batches = [.. new EpochSampler(10, 4, 1).BatchesFrom(0, 0, 2)];

        Assert.Equal(4, batches.Length);
        Assert.All(batches, batch => Assert.Equal(4, batch.Distinct().Count()));
        Assert.Equal(8, batches[0].Concat(batches[1]).Distinct().Count());
    }

    [Fact]
    public void BatchesFrom_SeveralBatchesAStep_CountsStepsAndDropsTheLastIncompleteOne()
    {
        var sampler = new EpochSampler(11, 2, 9, BatchesPerStep: 2); // 2 steps of 2 batches of 2; 3 cubes are left
        int[][] all = [.. sampler.BatchesFrom(0, 0, 3)];

        Assert.Equal((2, 12), (sampler.StepsPerEpoch, all.Length));
        Assert.All(all, batch => Assert.Equal(2, batch.Length));
        Assert.Equal(8, all[..4].SelectMany(batch => batch).Distinct().Count());
        Assert.Equal(all[6..], sampler.BatchesFrom(1, 1, 3)); // epoch 1 without its first step
    }

    [Fact]
    public void BatchesFrom_MidEpoch_GoesOnWhereAnUndisturbedRunWouldBe()
    {
        var sampler = new EpochSampler(11, 3, 9);

        Assert.Equal(sampler.BatchesFrom(0, 0, 4).Skip(5), sampler.BatchesFrom(1, 2, 4));
    }
}
