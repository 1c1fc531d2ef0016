using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Tests.Diagnosis;

public sealed class ContrastiveLossRangeTests
{
    [Theory]
    [InlineData(3.4, 0)]
    [InlineData(0.4, 1)]
    [InlineData(1.9, 0.5)]
    [InlineData(4.9, -0.5)]
    public void Progress_OfALoss_IsItsPlaceBetweenChanceAndFloor(double loss, double progress) =>
        Assert.Equal(progress, ContrastiveLossRange.Of(Run(chance: 3.4, least: 0.4))!.Value.Progress(loss), 1e-12);

    [Theory]
    [InlineData(null, 0.1)]
    [InlineData(3.4, null)]
    [InlineData(0.0, 0.0)] // one cube: nothing to tell apart
    public void Of_NoRange_IsNull(double? chance, double? least) => Assert.Null(ContrastiveLossRange.Of(Run(chance, least)));

    private static RunEvidence Run(double? chance, double? least) =>
        new() { Method = "SimCLR", Step = 1, LearningRate = 1e-3, Recent = [], ChanceLoss = chance, LeastLoss = least };
}
