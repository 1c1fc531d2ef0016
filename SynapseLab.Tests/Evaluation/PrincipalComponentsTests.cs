using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class PrincipalComponentsTests
{
    public static TheoryData<string> Fixtures => ScikitLearnFixture.Names;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fit_Fixture_HasScikitLearnsVariances(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.Load(name);
        PrincipalComponentsResult result = PrincipalComponents.Fit(fixture.X, 4);
        double[] variances = fixture.Numbers("pca_explained_variance"), fractions = fixture.Numbers("pca_explained_variance_fraction");
        Assert.All(result.ExplainedVariance, (v, k) => Assert.Equal(1, v / variances[k], 1e-6));
        Assert.All(result.ExplainedVarianceFraction, (v, k) => Assert.Equal(fractions[k], v, 1e-7));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fit_Fixture_ProjectsAsScikitLearnUpToSign(string name)
    {
        ScikitLearnFixture fixture = ScikitLearnFixture.Load(name);
        EmbeddingMatrix mine = PrincipalComponents.Fit(fixture.X, 2).Leading(2);
        for (int i = 0; i < mine.Count; i++)
        {
            Assert.Equal(Math.Abs(fixture.Picture.Row(i)[0]), Math.Abs(mine.Row(i)[0]), 1e-4);
            Assert.Equal(Math.Abs(fixture.Picture.Row(i)[1]), Math.Abs(mine.Row(i)[1]), 1e-4);
        }
    }

    [Theory]
    [InlineData(12, 5)]
    [InlineData(5, 12)]
    public void Fit_AllComponents_AreOrthonormalAndRebuildTheRows(int n, int d)
    {
        EmbeddingMatrix x = Planted.Uniform(n, d, 3);
        int c = Math.Min(n, d);
        PrincipalComponentsResult result = PrincipalComponents.Fit(x, c);
        for (int i = 0; i < n; i++)
        {
            for (int column = 0; column < d; column++)
            {
                double rebuilt = result.Mean[column];
                for (int k = 0; k < c; k++)
                {
                    rebuilt += result.Projected[(i * c) + k] * result.Components[(k * d) + column];
                }
                Assert.Equal(x.Row(i)[column], rebuilt, 1e-5);
            }
        }
        Assert.Equal(1, result.ExplainedVarianceFraction.Sum(), 1e-12);
    }

    [Fact]
    public void Fit_EqualRows_HasNoVariance()
    {
        PrincipalComponentsResult result = PrincipalComponents.Fit(Planted.Constant(4, 6), 3);
        Assert.All(result.ExplainedVarianceFraction, f => Assert.Equal(0, f));
        Assert.All(result.Projected, p => Assert.Equal(0, p, 1e-6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Fit_OutOfRange_SaysSo(int count) => Assert.Throws<EngineException>(() => PrincipalComponents.Fit(Planted.Uniform(3, 9, 1), count));
}
