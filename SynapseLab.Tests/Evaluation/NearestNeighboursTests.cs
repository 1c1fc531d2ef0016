using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class NearestNeighboursTests
{
    [Fact]
    public void Find_Euclidean_IsTheSortedList()
    {
        EmbeddingMatrix x = Planted.Uniform(41, 23, 6);
        NeighbourTable table = NearestNeighbours.Find(x, 7);
        for (int i = 0; i < x.Count; i++)
        {
            Assert.Equal(Naive.Neighbours(x, i)[..7], table.Of(i).ToArray());
            Assert.Equal(Naive.Distance(x, i, x, table.Of(i)[6]), table.DistancesOf(i)[6], 1e-5);
        }
    }

    [Fact]
    public void Find_Cosine_IgnoresLengthAndPlacesZeroAtOne()
    {
        EmbeddingMatrix x = new([1, 0, 5, 0, 0, 2, -3, 0, 0, 0], 5, 2);
        NeighbourTable table = NearestNeighbours.Find(x, 4, DistanceMetric.Cosine);
        Assert.Equal([1, 2, 4, 3], table.Of(0).ToArray());
        float[] expected = [0, 1, 1, 2];
        Assert.All(table.DistancesOf(0).ToArray(), (distance, k) => Assert.Equal(expected[k], distance, 1e-6));
    }

    [Fact]
    public void Find_EqualRows_ListsOthersInOrder() => Assert.Equal([0, 1, 3], NearestNeighbours.Find(Planted.Constant(5, 2), 3).Of(2).ToArray());

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Find_OutOfRange_SaysSo(int k) => Assert.Throws<EngineException>(() => NearestNeighbours.Find(Planted.Uniform(3, 2, 1), k));
}
