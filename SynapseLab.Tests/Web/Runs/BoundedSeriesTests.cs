using SynapseLab.Engine;
using SynapseLab.Web.Features.Runs.Series;

namespace SynapseLab.Tests.Web.Runs;

public sealed class BoundedSeriesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(5000)]
    [InlineData(100_003)]
    public void Append_AnyNumberOfSteps_StaysBoundedAndEachRowIsTheMeanOfItsSteps(int steps)
    {
        var series = new BoundedSeries(2);
        double[] values = [.. Enumerable.Range(1, steps).Select(step => Math.Sin(step * 0.7) * step)];
        for (int i = 0; i < steps; i++)
        {
            series.Append(i + 1, values[i]);
        }

        Assert.InRange(series.RowCount, Math.Min(steps, BoundedSeries.RowLimit / 2), BoundedSeries.RowLimit);
        for (int row = 0; row < series.RowCount; row++)
        {
            Assert.Equal((row + 1) * series.Stride, series.Column(0)[row]);
            Assert.Equal(values.Skip(row * series.Stride).Take(series.Stride).Average(), series.Column(1)[row], 1e-6);
        }
    }

    [Fact]
    public void TruncateAfter_ResumedRun_DropsWhatIsDoneAgain()
    {
        var series = new BoundedSeries(2);
        for (int step = 1; step <= 10; step++)
        {
            series.Append(step, step);
        }

        series.TruncateAfter(6);
        series.Append(7, 70);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], series.Column(0));
        Assert.Equal(70, series.Column(1)[^1]);
    }

    [Fact]
    public void Bytes_RoundTrip_KeepsValuesNaNAndTheHalfFilledRow()
    {
        var series = new BoundedSeries(2);
        for (int step = 1; step <= BoundedSeries.RowLimit + 1; step++)
        {
            series.Append(step, step == 3 ? double.NaN : step);
        }

        BoundedSeries read = BoundedSeries.FromBytes(series.ToBytes(), 2);
        Assert.Equal(series.Stride, read.Stride);
        Assert.Equal([.. series.Column(0), BoundedSeries.RowLimit + 1], read.Column(0));
        Assert.Equal(4, read.Column(1)[1]);
    }

    [Fact]
    public void FromBytes_CutOffOrOther_NamesTheProblem()
    {
        byte[] bytes = new BoundedSeries(2).ToBytes();
        Assert.Throws<EngineException>(() => BoundedSeries.FromBytes(bytes.AsSpan(0, 10), 2));
        Assert.Throws<EngineException>(() => BoundedSeries.FromBytes(bytes, 3));
    }
}
