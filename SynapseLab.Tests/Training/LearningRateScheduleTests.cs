using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void At_WarmUp_RisesInEqualStepsToThePeak()
    {
        var schedule = new LearningRateSchedule(0.8, 4, 100);

        Assert.Equal([0.2, 0.4, 0.6, 0.8, 0.8], Enumerable.Range(0, 5).Select(step => Math.Round(schedule.At(step), 12)));
    }

    [Fact]
    public void At_AfterWarmUp_IsHalfACosine()
    {
        var schedule = new LearningRateSchedule(2, 10, 110);

        Assert.Equal(2, schedule.At(10), 12);
        Assert.Equal(1, schedule.At(60), 12); // half way
        Assert.Equal(2 * (1 + Math.Sqrt(0.5)) / 2, schedule.At(35), 12); // a quarter
        Assert.Equal(0, schedule.At(110), 12);
        Assert.Equal(0, schedule.At(500), 12);
    }

    [Fact]
    public void InEpochs_FractionOfAnEpoch_BecomesSteps() =>
        Assert.Equal(new LearningRateSchedule(1, 15, 100), LearningRateSchedule.InEpochs(1, 1.5, 10, 10));

    [Fact]
    public void InEpochs_WarmUpLongerThanHalfTheRun_IsCutToHalf() =>
        Assert.Equal(new LearningRateSchedule(1, 10, 20), LearningRateSchedule.InEpochs(1, 5, 2, 10));

    [Fact]
    public void At_WarmUpIsTheWholeRun_EndsAtThePeak() => Assert.Equal(1, new LearningRateSchedule(1, 10, 10).At(9), 12);
}
