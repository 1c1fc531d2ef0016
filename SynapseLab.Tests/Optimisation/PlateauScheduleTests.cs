using SynapseLab.Engine.Optimisation.Schedules;

namespace SynapseLab.Tests.Optimisation;

public sealed class PlateauScheduleTests
{
    [Fact]
    public void AfterEpoch_NegativeLossThatStays_Falls()
    {
        var schedule = new PlateauSchedule(patience: 0, fallTo: 0.5);
        schedule.AfterEpoch(1, -0.9);
        schedule.AfterEpoch(2, -0.9);

        Assert.Equal(0.5, schedule.Factor(3));
    }

    [Fact]
    public void AfterEpoch_NegativeLossThatFalls_IsBetter()
    {
        var schedule = new PlateauSchedule(patience: 0, fallTo: 0.5);
        schedule.AfterEpoch(1, -0.5);
        schedule.AfterEpoch(2, -0.6);

        Assert.Equal(1, schedule.Factor(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Load_InTheMiddle_GoesOnAsIfUndisturbed(int epochs)
    {
        double[] losses = [3, 3, 2, 2, 2, 2, 2];
        var straight = new PlateauSchedule(patience: 1, fallTo: 0.5);
        Hear(straight, losses[..epochs]);
        ISchedule resumed = new PlateauSchedule(patience: 1, fallTo: 0.5);
        resumed.Load(straight.Save());
        foreach (double loss in losses[epochs..])
        {
            straight.AfterEpoch(0, loss);
            resumed.AfterEpoch(0, loss);
            Assert.Equal(straight.Factor(0), resumed.Factor(0));
        }

        Assert.Equal(0.25, straight.Factor(0));
    }

    private static void Hear(PlateauSchedule schedule, double[] losses)
    {
        foreach (double loss in losses)
        {
            schedule.AfterEpoch(0, loss);
        }
    }
}
