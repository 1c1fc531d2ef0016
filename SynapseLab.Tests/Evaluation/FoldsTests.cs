using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class FoldsTests
{
    [Fact]
    public void Stratified_UnequalClasses_AreDealtEvenly()
    {
        int[] classes = [.. Enumerable.Range(0, 37).Select(i => i < 20 ? 2 : i < 34 ? 0 : 1)];
        int[] folds = Folds.Stratified(classes, 5, 3);
        foreach (int wanted in new[] { 0, 1, 2 })
        {
            int[] sizes = [.. Enumerable.Range(0, 5).Select(fold => folds.Zip(classes).Count(pair => pair == (fold, wanted)))];
            Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
        }
        int[] all = [.. Enumerable.Range(0, 5).Select(fold => folds.Count(f => f == fold))];
        Assert.Equal([7, 7, 7, 8, 8], all.Order());
        Assert.NotEqual(folds, Folds.Stratified(classes, 5, 4));
    }

    [Fact]
    public void Split_EachRow_IsOnOneSide()
    {
        (int[] training, int[] test) = Folds.Split([1, 0, 1, 2], 1);
        Assert.Equal([1, 3], training);
        Assert.Equal([0, 2], test);
    }
}
