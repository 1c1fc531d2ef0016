using SynapseLab.Engine;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;
using TorchSharp;

namespace SynapseLab.Tests.Training;

/// <summary>What a run does with a file of weights: takes it whole or not at all, scales raw as the file's network had it, and tells.</summary>
public sealed class InitialWeightsTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new(4, 16);

    public void Dispose() => _cubes.Dispose();

    [Fact]
    public void Run_FromAPublishedVgg_TellsWhatWasTaken_AndScalesRawAsItWasTrained()
    {
        string file = Save(new Vgg3dOptions(1, 2, ClassCount: 3, CubeSize: 16), "hemibrain.pt");
        var options = Of("run") with { Backbone = "vgg3d", InitialWeights = file };

        var events = Train(options);

        var told = Assert.IsType<WeightsImported>(events[1]);
        Assert.Equal(told, Assert.Single(ProgressLog.Read(options.RunDir).OfType<WeightsImported>()));
        Assert.Equal(("hemibrain.pt", 60, 0), (told.Source, told.TakenCount, told.KeptCount)); // ten convolutions and their norms, six tensors each
        Assert.Contains("VGG3D of 3 classes", told.Message, StringComparison.Ordinal);
        Assert.Contains("features.0.weight: 1 input channel repeated into 3", told.Message, StringComparison.Ordinal);
        Assert.Contains("Raw is in [-1, 1], as that network was trained.", told.Message, StringComparison.Ordinal);
        Assert.Equal("signed", RunFolder.At(options.RunDir).ReadConfig().InputScaling);
        Assert.Equal(InputScaling.SignedUnit, NetworkFile.Read(RunFolder.At(options.RunDir).Checkpoint("final")).Scaling);
        string texts = File.ReadAllText(Directory.GetFiles(RunFolder.At(options.RunDir).TensorBoardPath, "*", SearchOption.AllDirectories).Single());
        Assert.Contains("Run/Weights", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GivenAnotherScalingThanTheFilesNetworkHad_KeepsItAndSaysSo()
    {
        string file = Save(new Vgg3dOptions(1, 2, ClassCount: 3, CubeSize: 16), "hemibrain.pt");
        var options = Of("run") with { Backbone = "vgg3d", InitialWeights = file, InputScaling = "unit" };

        string told = Train(options).OfType<WeightsImported>().Single().Message;

        Assert.Contains("trained on raw in [-1, 1], and this run gives it raw in [0, 1]", told, StringComparison.Ordinal);
        Assert.Contains("input scaling signed", told, StringComparison.Ordinal);
        Assert.Equal("unit", RunFolder.At(options.RunDir).ReadConfig().InputScaling);
    }

    [Fact]
    public void Run_FromACheckpointOfThePipelineBbox_ZScoresRaw()
    {
        using var volumes = new SyntheticVolumes((z, _, _) => z % 3 == 0);
        Train(volumes.Options() with { Epochs = 1 });
        var options = Of("run") with { InitialWeights = RunFolder.At(volumes.Options().RunDir).Checkpoint("final") };

        string told = Train(options).OfType<WeightsImported>().Single().Message;

        Assert.Contains("Raw is z-scored in each cube, as that network was trained.", told, StringComparison.Ordinal);
        Assert.Equal("z-score", RunFolder.At(options.RunDir).ReadConfig().InputScaling);
    }

    [Fact]
    public void Run_FromAFileThatFitsInPart_IsRefusedUnlessAllowed()
    {
        var options = Of("run") with { Backbone = "resnet3d34", InitialWeights = Save(new ResNet3dOptions(18, 3, 2), "shallow.pt") };

        string refused = Assert.Throws<EngineException>(() => Train(options)).Message;

        Assert.Contains("fit a resnet3d34 of width 2 with stem r3d and normalisation batch only in part", refused, StringComparison.Ordinal);
        Assert.Contains("layer1.2.conv1.weight", refused, StringComparison.Ordinal);
        Assert.Contains("It holds a resnet3d18 of width 2 with stem r3d and normalisation batch: choose that network", refused, StringComparison.Ordinal);
        Assert.Contains("--allow-partial-weights", refused, StringComparison.Ordinal);
        var told = Train(options with { AllowPartialWeights = true }).OfType<WeightsImported>().Single();
        Assert.Equal((100, 80), (told.TakenCount, told.KeptCount)); // eight more blocks, two convolutions with a norm of four each
        Assert.Contains("80 missing [layer1.2.conv1.weight", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_FromAFileOfAnotherWidth_IsRefusedInAnyCase(bool partial)
    {
        var options = Of("run") with { InitialWeights = Save(new ResNet3dOptions(18, 3, 4), "wide.pt"), AllowPartialWeights = partial };

        Assert.Contains("It holds a resnet3d18 of width 4", Assert.Throws<EngineException>(() => Train(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_NeedsTheFileNoMore_AndTellsNothingAgain()
    {
        string file = Save(new ResNet3dOptions(18, 3, 2), "shallow.pt");
        var options = Of("run") with { Epochs = 2, InitialWeights = file };
        using var stop = new CancellationTokenSource();
        Trainer.Run(options, happened => Stop(happened, stop), stop.Token);
        File.Delete(file);

        var events = Train(options with { Resume = true });

        Assert.Empty(events.OfType<WeightsImported>());
        Assert.Single(ProgressLog.Read(options.RunDir).OfType<WeightsImported>());
    }

    [Fact]
    public void Backbone_Chosen_BringsItsFamilysWidthUnlessOneWasGiven()
    {
        var backbone = OptionSchema.Find("Backbone")!;

        Assert.Equal(24, backbone.Write(new TrainingOptions(), "vgg3d")!.Width);
        Assert.Equal(64, backbone.Write(new TrainingOptions { Backbone = "vgg3d", Width = 24 }, "resnet3d50")!.Width);
        Assert.Equal(8, backbone.Write(new TrainingOptions { Width = 8 }, "vgg3d")!.Width);
    }

    private static void Stop(TrainingEvent happened, CancellationTokenSource stop)
    {
        if (happened is StepCompleted)
        {
            stop.Cancel();
        }
    }

    private static List<TrainingEvent> Train(TrainingOptions options)
    {
        List<TrainingEvent> events = [];
        Assert.Equal(RunOutcome.Finished, Trainer.Run(options, events.Add, default).Outcome);
        return events;
    }

    private TrainingOptions Of(string run) => _cubes.Options(run) with { Epochs = 1, BatchSize = 2, WarmupEpochs = 0 };

    private string Save(BackboneOptions shape, string name)
    {
        using var generator = new torch.Generator(5);
        using var network = shape.Build(generator);
        string path = Path.Combine(_cubes.PreprocDir, name);
        using var file = File.Create(path);
        TorchFile.Write(file, TensorDataConversion.StateDict(network));
        return path;
    }
}
