using SynapseLab.Engine.Diagnosis;
using SynapseLab.Tests.Losses;

namespace SynapseLab.Tests.Diagnosis;

public sealed class ContrastiveLossRangeTests
{
    [Theory]
    [InlineData(0.07)]
    [InlineData(1)]
    [InlineData(5)]
    public void Of_RegularSimplex_ReachesTheFloor(double temperature)
    {
        double[][] simplex = [.. Enumerable.Range(0, 6).Select(i => Enumerable.Range(0, 6).Select(c => (i == c ? 1 : 0) - (1 / 6.0)).ToArray())];
        ContrastiveLossRange range = ContrastiveLossRange.Of(Run(Math.Log(11), temperature))!.Value;
        Assert.Equal(NaiveNtXent.Loss(simplex, simplex, temperature), range.Floor, 1e-12);
        Assert.Equal(1, range.Progress(range.Floor), 1e-12);
    }

    [Fact]
    public void Of_ProjectionsAllAlike_IsAtChance()
    {
        double[][] alike = [.. Enumerable.Range(0, 6).Select(_ => new double[] { 2, 1 })];
        Assert.Equal(0, ContrastiveLossRange.Of(Run(Math.Log(11), 0.1))!.Value.Progress(NaiveNtXent.Loss(alike, alike, 0.1)), 1e-12);
    }

    [Theory]
    [InlineData(null, 0.1)]
    [InlineData(3.4, null)]
    public void Of_NoNegativesOrTemperature_IsNull(double? chance, double? temperature) => Assert.Null(ContrastiveLossRange.Of(Run(chance, temperature)));

    private static RunEvidence Run(double? chance, double? temperature) =>
        new() { Method = "SimCLR", Step = 1, LearningRate = 1e-3, Recent = [], ChanceLoss = chance, Temperature = temperature };
}
