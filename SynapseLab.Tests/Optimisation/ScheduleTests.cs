using System.Text.Json;
using SynapseLab.Engine.Optimisation.Schedules;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Optimisation;

public sealed class ScheduleTests
{
    private const int StepsPerEpoch = 4;

    private static readonly JsonElement s_fixture = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Optimisation", "schedules.json"))).RootElement;

    public static TheoryData<int> Cases() => [.. Enumerable.Range(0, s_fixture.GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Factor_StepByStep_FollowsPyTorch(int number)
    {
        JsonElement expected = s_fixture[number];
        long warmup = expected.GetProperty("warmup").GetInt64();
        var schedule = new WarmUp(warmup, Make(expected, expected.GetProperty("steps").GetInt64() - warmup));
        long step = 0;
        foreach (JsonElement rate in expected.GetProperty("rates").EnumerateArray())
        {
            Assert.Equal(rate.GetDouble(), schedule.Factor(step), 1e-12);
            step++;
            if (expected.TryGetProperty("losses", out JsonElement losses) && step % StepsPerEpoch == 0)
            {
                schedule.AfterEpoch(step, losses[(int)(step / StepsPerEpoch) - 1].GetDouble());
            }
        }
    }

    [Fact]
    public void WarmUp_RisesInEqualStepsToThePeak()
    {
        var schedule = new WarmUp(4, new CosineSchedule(96));

        Assert.Equal([0.25, 0.5, 0.75, 1, 1], Enumerable.Range(0, 5).Select(step => Math.Round(schedule.Factor(step), 12)));
    }

    [Fact]
    public void Cosine_FallsToZeroAndStaysThere()
    {
        var schedule = new CosineSchedule(100);

        Assert.Equal(1, schedule.Factor(0), 12);
        Assert.Equal((1 + Math.Sqrt(0.5)) / 2, schedule.Factor(25), 12);
        Assert.Equal(0.5, schedule.Factor(50), 12);
        Assert.Equal(0, schedule.Factor(100), 12);
        Assert.Equal(0, schedule.Factor(500), 12);
    }

    [Fact]
    public void WarmUp_OfTheWholeRun_EndsAtThePeak() => Assert.Equal(1, new WarmUp(10, new CosineSchedule(0)).Factor(9), 12);

    [Theory]
    [InlineData("constant")]
    [InlineData("step")]
    [InlineData("plateau")]
    [InlineData("cosine")]
    [InlineData("warm-restarts")]
    public void Create_ByName_TurnsEpochsIntoSteps(string name)
    {
        var options = new TrainingOptions { Schedule = name, Epochs = 10, WarmupEpochs = 1.5, StepEpochs = 0.5, RestartEpochs = 2.5 };
        ISchedule expected = name switch
        {
            "constant" => new ConstantSchedule(),
            "step" => new StepSchedule(5, 0.1),
            "cosine" => new CosineSchedule(85),
            "warm-restarts" => new WarmRestartSchedule(25),
            _ => null!,
        };
        var made = Assert.IsType<WarmUp>(ScheduleChoice.Create(options, 10));

        Assert.Equal(15, made.Steps);
        if (name == "plateau")
        {
            Assert.IsType<PlateauSchedule>(made.Then);
        }
        else
        {
            Assert.Equal(expected, made.Then);
        }
    }

    [Fact]
    public void Create_WarmUpLongerThanHalfTheRun_IsCutToHalf() =>
        Assert.Equal(new WarmUp(10, new CosineSchedule(10)), ScheduleChoice.Create(new TrainingOptions { Epochs = 2, WarmupEpochs = 5 }, 10));

    private static ISchedule Make(JsonElement settings, long steps) => settings.GetProperty("name").GetString() switch
    {
        "constant" => new ConstantSchedule(),
        "step" => new StepSchedule(settings.GetProperty("period").GetInt64(), settings.GetProperty("factor").GetDouble()),
        "plateau" => new PlateauSchedule(settings.GetProperty("patience").GetInt32(), settings.GetProperty("factor").GetDouble()),
        "cosine" => new CosineSchedule(steps),
        _ => new WarmRestartSchedule(settings.GetProperty("period").GetInt64()),
    };
}
