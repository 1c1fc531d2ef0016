using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using SynapseLab.Engine.Training;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

public sealed class EmbeddingExtractorTests : IDisposable
{
    private readonly SyntheticCubes _made = new();
    private readonly CubeStore _cubes;

    public EmbeddingExtractorTests() => _cubes = CubeStore.Open(_made.PreprocDir);

    public void Dispose()
    {
        _cubes.Dispose();
        _made.Dispose();
    }

    [Fact]
    public void Extract_CheckpointStateDictAndSafetensors_GiveTheSameEmbeddings()
    {
        var folder = Train(_made.Options());
        var fromCheckpoint = Extract(folder.Checkpoint("final"));

        Assert.Equal((10, 16), (fromCheckpoint.Count, fromCheckpoint.Dimension));
        Assert.Equal(fromCheckpoint.Values, Extract(folder.BackbonePath).Values);
        Assert.Equal(fromCheckpoint.Values, Extract(folder.BackboneSafetensorsPath).Values);
    }

    [Fact]
    public void ExtractUntrained_IsTheRunBeforeItsFirstStep()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var options = _made.Options();
        Trainer.Run(options, _ => { }, cancellation.Token);

        var untrained = EmbeddingExtractor.ExtractUntrained(options, _cubes, null, default);

        Assert.Equal(Extract(RunFolder.At(options.RunDir).LatestPath).Values, untrained.Values);
        Assert.NotEqual(Extract(Train(_made.Options("trained")).BackbonePath).Values, untrained.Values);
    }

    [Fact]
    public void Extract_MissingOrForeignFile_SaysWhichAndWhatIsExpected()
    {
        Assert.Contains("none.pt", Assert.Throws<EngineException>(() => Extract("none.pt")).Message, StringComparison.Ordinal);
        string foreign = Path.Combine(_made.PreprocDir, "bbox1_synapses.h5");
        Assert.Contains("expected a PyTorch checkpoint", Assert.Throws<EngineException>(() => Extract(foreign)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vgg3d", Normalisation.Batch, 16)]
    [InlineData("vgg3d", Normalisation.Group, 16)]
    [InlineData("resnet3d50", Normalisation.Group, 64)]
    public void Extract_WeightsOfAnyBackbone_EmbedAsItDoes(string name, Normalisation normalisation, int dimension)
    {
        using var made = new SyntheticCubes(3, 16);
        using var cubes = CubeStore.Open(made.PreprocDir);
        using var generator = new TorchSharp.torch.Generator(1);
        using var backbone = (BackboneFactory.Describe(name, "r3d", 3, 2, stemMaxPool: true) with { Normalisation = normalisation }).Build(generator);
        string path = Path.Combine(made.PreprocDir, "weights.safetensors");
        using (var file = File.Create(path))
        {
            SafetensorsFile.Write(file, backbone.state_dict().Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToTensorData())));
        }

        var embeddings = EmbeddingExtractor.Extract(path, cubes, "cpu", null, default);
        var expected = EmbeddingPass.Embed(backbone, CubeReader.ReadingOnce(cubes), [0, 1, 2], TorchSharp.torch.CPU, null, default);

        Assert.Equal((3, dimension), (embeddings.Count, embeddings.Dimension));
        Assert.Equal(expected.Values, embeddings.Values);
        Assert.NotEqual(0, embeddings.Values.Max());
    }

    private static RunFolder Train(TrainingOptions options)
    {
        RecordedRun.AssertFinished(Trainer.Run(options, _ => { }, default));
        return RunFolder.At(options.RunDir);
    }

    private EmbeddingMatrix Extract(string path) => EmbeddingExtractor.Extract(path, _cubes, "cpu", null, default);
}
