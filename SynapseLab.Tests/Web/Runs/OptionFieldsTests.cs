using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class OptionFieldsTests
{
    [Fact]
    public void DefaultOf_AMethodsSetting_IsThatOfTheChosenMethod()
    {
        var defaults = new TrainingOptions { Epochs = 40 };
        var chosen = defaults with { Method = "moco2", Epochs = 7 };

        Assert.Equal("0.2", OptionFields.DefaultOf(Field("Temperature"), defaults, chosen));
        Assert.Equal("0.07", OptionFields.DefaultOf(Field("Temperature"), defaults, defaults));
        Assert.Equal("40", OptionFields.DefaultOf(Field("Epochs"), defaults, chosen));
        Assert.Equal("simclr", OptionFields.DefaultOf(Field("Method"), defaults, chosen));
    }

    private static OptionSpec Field(string name) => OptionSchema.Find(name)!;
}
