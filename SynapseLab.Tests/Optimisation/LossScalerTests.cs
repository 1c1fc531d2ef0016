using SynapseLab.Engine.Optimisation;

namespace SynapseLab.Tests.Optimisation;

public sealed class LossScalerTests
{
    [Fact]
    public void Update_Overflow_HalvesTheScale()
    {
        var scaler = new LossScaler();
        scaler.Update(gradientsFinite: false);

        Assert.Equal(32768, scaler.Scale);
    }

    [Fact]
    public void Update_TwoThousandFiniteStepsInARow_DoublesTheScale()
    {
        var scaler = new LossScaler();
        Hear(scaler, 1999);
        Assert.Equal(65536, scaler.Scale);
        Hear(scaler, 1);
        Assert.Equal(131072, scaler.Scale);
        Hear(scaler, 1999);
        scaler.Update(gradientsFinite: false); // begins the row anew
        Hear(scaler, 1999);
        Assert.Equal(65536, scaler.Scale);
    }

    [Fact]
    public void CanFall_AfterSixteenOverflows_IsFalse()
    {
        var scaler = new LossScaler();
        for (int i = 0; i < 16; i++)
        {
            Assert.True(scaler.CanFall);
            scaler.Update(gradientsFinite: false);
        }

        Assert.False(scaler.CanFall);
        Assert.Equal(1, scaler.Scale);
    }

    [Fact]
    public void Load_InTheMiddleOfARow_GrowsAtTheSameStep()
    {
        var straight = new LossScaler();
        straight.Update(gradientsFinite: false);
        Hear(straight, 1500);
        var resumed = new LossScaler();
        resumed.Load(straight.Save());
        Hear(resumed, 499);
        Assert.Equal(32768, resumed.Scale);
        Hear(resumed, 1);

        Assert.Equal(65536, resumed.Scale);
    }

    private static void Hear(LossScaler scaler, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            scaler.Update(gradientsFinite: true);
        }
    }
}
