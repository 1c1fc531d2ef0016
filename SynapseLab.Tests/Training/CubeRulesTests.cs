using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

public sealed class CubeRulesTests
{
    private static readonly TrainingOptions s_vgg = new() { Backbone = "vgg3d", Pooling = "avg" };

    [Theory]
    [InlineData(80, null)]
    [InlineData(16, null)]
    [InlineData(40, "Backbone")]
    public void Errors_Vgg_WantsAMultipleOfSixteen(int size, string? option) => Assert.Equal(option, OnlyErrorOf(s_vgg, size, 1));

    [Fact]
    public void Errors_VggOnDrawnCubes_IsAtTheFieldOfTheirSize() =>
        Assert.Equal("CubeSize", OnlyErrorOf(s_vgg with { Pipeline = "bbox", CubeSize = 40 }, 40, 3));

    [Theory]
    [InlineData(80, null)]
    [InlineData(64, "Pooling")]
    [InlineData(40, "Backbone")] // which is to be mended first
    public void Errors_Flatten_WantsTheSeedsEdge(int size, string? option) => Assert.Equal(option, OnlyErrorOf(s_vgg with { Pooling = "flatten" }, size, 1));

    [Theory]
    [InlineData("bbox", 1, "Augmentation")]
    [InlineData("bbox", 3, null)]
    [InlineData("seed", 1, null)]
    public void Errors_CleftDropout_WantsACleftMask(string augmentation, int channels, string? option) =>
        Assert.Equal(option, OnlyErrorOf(new() { Augmentation = augmentation }, 32, channels));

    [Theory]
    [InlineData("mvm", 32, "MaskPatch")]
    [InlineData("mvm", 31, null)]
    [InlineData("simclr", 32, null)]
    public void Errors_HiddenPatch_IsSmallerThanTheCube(string method, int patch, string? option) =>
        Assert.Equal(option, OnlyErrorOf(new() { Method = method, MethodParameters = MethodParameters.None.With("MaskPatch", patch) }, 32, 3));

    [Fact]
    public void Warnings_VggOnSeveralChannels_SayWhatBecomesOfTheWeights()
    {
        Assert.Empty(CubeRules.Warnings(s_vgg, 1));
        Assert.Empty(CubeRules.Warnings(new(), 3));
        Assert.DoesNotContain("spread", Assert.Single(CubeRules.Warnings(s_vgg, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("spread over all 3", Assert.Single(CubeRules.Warnings(s_vgg with { InitialWeights = "hemibrain.pt" }, 3)).Message, StringComparison.Ordinal);
    }

    private static string? OnlyErrorOf(TrainingOptions options, int size, int channels) => CubeRules.Errors(options, size, channels).SingleOrDefault()?.Option;
}
