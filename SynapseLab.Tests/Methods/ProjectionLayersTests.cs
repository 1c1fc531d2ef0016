using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

/// <summary>The setting ProjectionLayers of every method that has a projection head.</summary>
public sealed class ProjectionLayersTests : IDisposable
{
    private const string Setting = "ProjectionLayers";

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. MethodCatalogue.All.Where(method => method.Parameters.Any(parameter => parameter.Name == Setting)).Select(method => method.Name)];

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Default_IsThePapers() => Assert.Equal(
        ["simclr 2", "barlow 3", "byol 2", "moco2 2", "moco3 2", "simsiam 3", "vicreg 3"],
        Names.Select(name => $"{name.Data} {MethodParameters.None.Whole(MethodCatalogue.Find(name.Data), Setting)}"));

    // d = 16 of a backbone of width 2, h = 8, o = 6.
    [Theory]
    [MemberData(nameof(Names))]
    public void Head_HasSoManyLinearLayers(string name)
    {
        using var two = Build(name, 2);
        using var three = Build(name, 3);
        using var usual = Build(name, null);
        bool hasNorm = name != "moco2";

        Assert.Equal([[8, 16], [6, 8]], Shapes(two, "projection."));
        Assert.Equal([[8, 16], [8, 8], [6, 8]], Shapes(three, "projection."));
        Assert.Equal((8 * 8) + (hasNorm ? 2 * 8 : 8), Parameters(three) - Parameters(two)); // a matrix, and a norm's scale and shift or a bias
        Assert.Equal(Parameters(name is "simsiam" or "vicreg" or "barlow" ? three : two), Parameters(usual));
        Assert.Equal(name is "moco2" or "moco3" or "byol" ? Shapes(three, "projection.") : [], Shapes(three, "momentum.projection."));
    }

    [Fact]
    public void Resume_WithThreeLayers_KeepsThem()
    {
        using var cubes = new SyntheticCubes();
        TrainingOptions Of(string run) => cubes.Options(run) with { MethodParameters = cubes.Options().MethodParameters.With(Setting, 3) };
        RecordedRun.Of(Of("undisturbed"));
        RecordedRun.Of(Of("cancelled"), 3);
        RecordedRun.Of(new TrainingOptions { RunDir = Of("cancelled").RunDir, Device = "cpu", Threads = 1, Resume = true }); // all else is the run's own
        var (expected, actual) = (Final(Of("undisturbed")), Final(Of("cancelled")));

        CheckpointComparison.AssertSameState(expected, actual);
        Assert.Equal([4, 8], actual.Get<TorchDictionary>("model_state_dict").Get<TensorData>("projection.layers.6.weight").Shape);
        Assert.Equal(3, RunFolder.Open(Of("cancelled").RunDir).ReadConfig().MethodParameters.Find(Setting));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Options_WithAnotherNumber_AreRefused(int layers)
    {
        var options = new TrainingOptions { PreprocDir = "cubes", RunDir = "run", MethodParameters = MethodParameters.None.With(Setting, layers) };

        Assert.Equal(new OptionError(Setting, $"Expected 2 … 3, got {layers}."), Assert.Single(options.Validate()));
        Assert.Empty((options with { Method = "mvm" }).Validate()); // which has no head
    }

    private static Method Build(string name, int? layers)
    {
        using var generator = new Generator(1);
        var backbone = BackboneFactory.Describe("resnet3d18", "r3d", 3, 2, true).Build(generator);
        return MethodCatalogue.Find(name).Create(backbone, SmallMethods.Parameters.With(Setting, layers), generator);
    }

    private static long[][] Shapes(Method method, string prefix) =>
        [.. method.named_parameters().Where(entry => entry.name.StartsWith(prefix, StringComparison.Ordinal) && entry.parameter.dim() == 2).Select(entry => entry.parameter.shape)];

    private static long Parameters(Method method) => method.parameters().Where(parameter => parameter.requires_grad).Sum(parameter => parameter.numel());

    private static TorchDictionary Final(TrainingOptions options) => TorchFile.ReadDictionary(RunFolder.At(options.RunDir).Checkpoint("final"));
}
