using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Options;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class AugmentationLinkTests
{
    private static readonly CubeSet s_cubes = new() { Id = 7, DatasetId = 3, Channels = "raw", Directory = "", State = "ready", CreatedBy = "anna" };

    [Fact]
    public void Of_FormsOptions_SaysWhatIsNotTheDefault()
    {
        TrainingOptions vgg = new() { Augmentation = "vgg", AugmentationParameters = new() { RotationRange = 30 } };

        Assert.Equal("datasets/3/augmentations?augmentation=seed&cubes=7", AugmentationLink.Of(s_cubes, new()));
        Assert.Equal("datasets/3/augmentations?augmentation=vgg&rotation-range=30&cubes=7", AugmentationLink.Of(s_cubes, vgg));
    }

    public static TheoryData<TrainingOptions> Options =>
    [
        new TrainingOptions(),
        new TrainingOptions { Augmentation = "em" },
        new TrainingOptions { Pipeline = "bbox", Augmentation = "bbox" },
        new TrainingOptions { Pipeline = "bbox", Augmentation = "seed" },
        new TrainingOptions { Augmentation = "vgg", AugmentationParameters = new() { RotationRange = 30, FlipProbability = 0, GaussianBlurSigma = 2.5 } },
    ];

    [Theory]
    [MemberData(nameof(Options))]
    public void Read_WhatWasWritten_IsTheSameAugmentation(TrainingOptions options)
    {
        var written = AugmentationAddress.Write(options);
        TrainingOptions read = AugmentationAddress.Read(name => written[name]);

        Assert.Equal((options.Pipeline, options.Augmentation, options.AugmentationParameters), (read.Pipeline, read.Augmentation, read.AugmentationParameters));
    }

    [Fact]
    public void Read_WhatIsNoNumber_HasItsDefault() =>
        Assert.Equal(15, AugmentationAddress.Read(name => name == "rotation-range" ? "much" : null).AugmentationParameters.RotationRange);
}
