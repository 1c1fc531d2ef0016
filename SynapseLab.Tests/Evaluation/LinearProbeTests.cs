using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class LinearProbeTests
{
    public static TheoryData<string> Fixtures => ScikitLearnFixture.ProbeNames;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fit_Fixture_HasScikitLearnsWeightsAndProbabilities(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.LoadProbe(name);
        EmbeddingMatrix x = fixture.X;
        int[] all = [.. Enumerable.Range(0, x.Count)];
        double[] rows = new StandardScaling(x, all).Apply(x, all);
        LogisticRegression model = LogisticRegression.Fit(rows, fixture.Labels, fixture.Groups, LinearProbe.Penalty);
        double[] weights = fixture.Numbers("weights"), probabilities = fixture.Numbers("probabilities");
        for (int k = 0; k < fixture.Groups; k++)
        {
            for (int c = 0; c < x.Dimension; c++)
            {
                Assert.Equal(weights[(k * x.Dimension) + c], model.Weights(k)[c], 1e-5);
            }
            for (int i = 0; i < x.Count; i++)
            {
                double mine = Math.Exp(model.LogProbabilities(rows.AsSpan(i * x.Dimension, x.Dimension))[k]);
                Assert.Equal(probabilities[(i * fixture.Groups) + k], mine, 1e-6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void WithFolds_Fixture_JudgesAsScikitLearn(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.LoadProbe(name);
        LinearProbeResult result = LinearProbe.WithFolds(fixture.X, fixture.Labels, fixture.Groups, fixture.Folds);
        Assert.Equal(fixture.Numbers("predicted").Select(v => (int)v), result.Predicted);
        Assert.Equal(fixture.Number("accuracy"), result.Accuracy, 1e-12);
        Assert.Equal(fixture.Number("log_loss"), result.LogLoss, 1e-6);
        Assert.Equal(5, result.FoldCount);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void LinearReadout_Fixture_IsScikitLearnsRidge(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.LoadProbe(name);
        Assert.Equal(fixture.Number("grey_r2"), LinearReadout.WithFolds(fixture.X, fixture.Numbers("grey"), fixture.Folds), 1e-9);
    }

    [Fact]
    public void CrossValidate_SameSeed_IsTheSame()
    {
        EmbeddingMatrix x = Planted.Clusters(40, 6, 3, 0.5);
        LinearProbeResult first = LinearProbe.CrossValidate(x, Planted.Labels(40, 3), 7), second = LinearProbe.CrossValidate(x, Planted.Labels(40, 3), 7);
        Assert.Equal(first.Predicted, second.Predicted);
        Assert.Equal(first.LogLoss, second.LogLoss);
        Assert.NotEqual(first.LogLoss, LinearProbe.CrossValidate(x, Planted.Labels(40, 3), 8).LogLoss);
    }

    [Fact]
    public void CrossValidate_SeparatedClusters_IsOne() =>
        Assert.Equal(1, LinearProbe.CrossValidate(Planted.Clusters(60, 8, 4, 10), Planted.Labels(60, 4), 1).Accuracy);

    [Fact]
    public void CrossValidate_EqualRows_NamesTheMajority()
    {
        int[] classes = [.. Enumerable.Range(0, 20).Select(i => i < 14 ? 0 : 1)];
        LinearProbeResult result = LinearProbe.CrossValidate(Planted.Constant(20, 3), classes, 1);
        Assert.Equal((0.7, 0.7, 0.5), (result.Accuracy, result.MajorityFraction, result.BalancedAccuracy));
    }

    [Theory]
    [InlineData(new[] { 0, 0, 0, 0 }, 2)] // one class
    [InlineData(new[] { 0, 0, 0, 1 }, 2)] // one member
    [InlineData(new[] { 0, 0, 2, 2 }, 2)] // nobody in class 1
    [InlineData(new[] { 0, 0, -1, 1 }, 2)]
    [InlineData(new[] { 0, 0, 1 }, 2)] // a class is missing
    [InlineData(new[] { 0, 0, 1, 1 }, 1)]
    [InlineData(new[] { 0, 0, 1, 1 }, 5)]
    public void CrossValidate_TooLittle_SaysSo(int[] classes, int foldCount) =>
        Assert.Throws<EngineException>(() => LinearProbe.CrossValidate(Planted.Uniform(4, 2, 1), classes, 1, foldCount));
}
