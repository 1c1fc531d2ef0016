using System.Globalization;
using SynapseLab.Cli;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Tests.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Cli;

/// <summary>Features by command line: table and array, by layers of a VGG3D and by a run's own network.</summary>
public sealed class ExtractVerbTests : IDisposable
{
    private readonly SyntheticCubes _cubes = new(3, 16);

    public void Dispose() => _cubes.Dispose();

    [Theory]
    [InlineData(null, "layer20_feat_", 8)] // width 2: 2, 4, 8, 16 maps; layer 20 is the first convolution of stage 3
    [InlineData("3", "layer3_feat_", 2)]
    [InlineData("-1", "feat_", 16)]
    public void Extract_ForeignVgg_WritesTheLayersPooledMaps(string? layer, string prefix, int dimension)
    {
        string weights = Vgg();
        CommandRun run = Extract(weights, layer is null ? [] : ["--layer_num", layer]);
        string[] lines = File.ReadAllText(Output(FeatureExtraction.TableName)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var (values, rows, columns) = NpyFile.Read(Output(FeatureExtraction.ArrayName));

        Assert.Equal((ExitCode.Ok, 3, dimension), (run.ExitCode, rows, columns));
        Assert.Contains("vgg.pt (", run.Out, StringComparison.Ordinal);
        Assert.Contains("0 missing", run.Out, StringComparison.Ordinal);
        Assert.Equal($"Var1,bbox_name,{string.Join(',', Enumerable.Range(1, dimension).Select(n => prefix + n))}", lines[0]);
        Assert.Equal(["synapse_0,bbox1", "synapse_1,bbox1", "synapse_2,bbox1"], lines[1..].Select(line => string.Join(',', line.Split(',')[..2])));
        Assert.Equal(values, lines[1..].SelectMany(line => line.Split(',')[2..]).Select(value => float.Parse(value, CultureInfo.InvariantCulture)));
        Assert.Equal(Expected(weights, new Vgg3dOptions(3, 2, int.Parse(layer ?? "20", CultureInfo.InvariantCulture))), values);
    }

    [Theory]
    [InlineData("avg", 16)]
    [InlineData("max", 16)]
    [InlineData("avg+max", 32)]
    [InlineData("spp", 16 * (1 + 8 + 64))]
    public void Extract_RunsCheckpoint_GivesItsEmbedding(string pooling, int dimension)
    {
        TrainingOptions options = _cubes.Options() with { Epochs = 1, BatchSize = 2, WarmupEpochs = 0, Pooling = pooling };

        RequireEmbedding(options, InputScaling.Unit, dimension);
    }

    [Fact]
    public void Extract_CheckpointOfThePipelineBbox_GivesItsEmbedding_OfZScoredRaw()
    {
        using var volumes = new SyntheticVolumes((z, _, _) => z % 3 == 0);

        RequireEmbedding(volumes.Options() with { Epochs = 1 }, InputScaling.ZScore, 16);
    }

    [Fact]
    public void Extract_InputScaling_ReachesTheNetwork()
    {
        string weights = Vgg();
        Extract(weights);
        float[] unit = NpyFile.Read(Output(FeatureExtraction.ArrayName)).Values;
        Extract(weights, "--input-scaling", "signed");

        Assert.NotEqual(unit, NpyFile.Read(Output(FeatureExtraction.ArrayName)).Values);
    }

    [Fact]
    public void Extract_LayerOfAResNet_IsRefused()
    {
        TrainingOptions options = _cubes.Options() with { Epochs = 1, BatchSize = 2, WarmupEpochs = 0 };
        Trainer.Run(options, _ => { }, default);

        CommandRun run = Extract(RunFolder.At(options.RunDir).Checkpoint("final"), "--layer-num", "20");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("holds a resnet3d18", run.FailureLine(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(Output("x"))));
    }

    [Fact]
    public void Extract_Stopped_LeavesNothingAndExitsWith130()
    {
        CommandRun run = CommandRun.Of(Line(Vgg()), new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Output("x"))!));
    }

    /// <summary>Features and embeddings of a run's checkpoint are the same, and those of its weights in a network that is described here anew.</summary>
    private void RequireEmbedding(TrainingOptions options, InputScaling scaling, int dimension)
    {
        Trainer.Run(options, _ => { }, default);
        string checkpoint = RunFolder.At(options.RunDir).Checkpoint("final");
        using var cubes = CubeStore.Open(_cubes.PreprocDir);

        CommandRun run = Extract(checkpoint);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains($"3 cubes with {dimension} features, feat_1 … {dimension}", run.Out, StringComparison.Ordinal);
        float[] features = NpyFile.Read(Output(FeatureExtraction.ArrayName)).Values;
        var shape = new ResNet3dOptions(18, 3, 2) { Pooling = FeaturePoolings.Parse(options.Pooling), Scaling = scaling };
        Assert.Equal(Expected(checkpoint, shape), features);
        Assert.Equal(EmbeddingExtractor.Extract(checkpoint, cubes, "cpu", null, default).Values, features);
    }

    private CommandRun Extract(string checkpoint, params string[] more) => CommandRun.Of(Line(checkpoint, more));

    private string[] Line(string checkpoint, params string[] more) =>
        ["extract", "--checkpoint", checkpoint, "--preproc_dir", _cubes.PreprocDir, "--output_dir", Path.GetDirectoryName(Output("x"))!, "--device", "cpu", .. more];

    private string Output(string name) => Path.Combine(_cubes.PreprocDir, "features", name);

    /// <summary>A VGG3D of width 2 for three channels, as others would save it: in a checkpoint under model_state_dict.</summary>
    private string Vgg()
    {
        using var generator = new TorchSharp.torch.Generator(1);
        using var backbone = new Vgg3dOptions(3, 2).Build(generator);
        string path = Path.Combine(_cubes.PreprocDir, "vgg.pt");
        using var file = File.Create(path);
        TorchFile.Write(file, new TorchDictionary { ["model_state_dict"] = TensorDataConversion.StateDict(backbone) });
        return path;
    }

    private float[] Expected(string weights, BackboneOptions shape)
    {
        using var generator = new TorchSharp.torch.Generator(2);
        using var backbone = shape.Build(generator);
        WeightImport.Into(backbone, weights);
        using var cubes = CubeStore.Open(_cubes.PreprocDir);
        return EmbeddingPass.Embed(backbone, CubeReader.ReadingOnce(cubes), [0, 1, 2], TorchSharp.torch.CPU, null, default).Values;
    }
}
