using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

public sealed class LinearReadoutTests
{
    [Theory]
    [InlineData(200, 4)]
    [InlineData(60, 90)]
    public void CrossValidatedR2_OneDirectionCarriesTheNumber_IsNearOne(int n, int d)
    {
        EmbeddingMatrix noise = Planted.Clusters(n, d, 1, 0);
        double[] grey = [.. Enumerable.Range(0, n).Select(i => 0.5 + (0.01 * noise.Row(i)[0]))];
        float[] values = [.. noise.Values.Select((value, at) => at % d == 0 ? value : (0.1f * value) + noise.Row(at / d)[0])];
        Assert.InRange(LinearReadout.CrossValidatedR2(new EmbeddingMatrix(values, n, d), grey, 1), 0.95, 1);
    }

    [Theory]
    [InlineData(200, 4)]
    [InlineData(60, 90)]
    public void CrossValidatedR2_UnrelatedNumber_IsNotAboveZero(int n, int d)
    {
        SeededRandom random = new(5);
        double[] grey = [.. Enumerable.Range(0, n).Select(_ => random.NextGaussian())];
        Assert.True(LinearReadout.CrossValidatedR2(Planted.Uniform(n, d, 1), grey, 1) < 0.02);
    }

    [Fact]
    public void CrossValidatedR2_NothingVaries_IsZero()
    {
        double[] ramp = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        Assert.Equal(0, LinearReadout.CrossValidatedR2(Planted.Uniform(20, 3, 1), new double[20], 1));
        Assert.InRange(LinearReadout.CrossValidatedR2(Planted.Constant(20, 3), ramp, 1), -1e-9, 1e-9);
    }

    [Fact]
    public void CrossValidatedR2_UnusableInput_SaysSo()
    {
        EmbeddingMatrix x = Planted.Uniform(12, 3, 1);
        Assert.Throws<EngineException>(() => LinearReadout.CrossValidatedR2(x, new double[11], 1));
        Assert.Throws<EngineException>(() => LinearReadout.CrossValidatedR2(Planted.Uniform(9, 3, 1), new double[9], 1));
        double[] broken = new double[12];
        broken[7] = double.NaN;
        Assert.Contains("row 7", Assert.Throws<EngineException>(() => LinearReadout.CrossValidatedR2(x, broken, 1)).Message, StringComparison.Ordinal);
    }
}
