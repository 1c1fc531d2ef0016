using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Embeddings of all cubes by a trained, or an untrained, backbone.</summary>
public static class EmbeddingExtractor
{
    /// <summary>By a checkpoint of a run, or a plain state dict of a backbone (.pt or .safetensors; see <see cref="WeightImport"/> for whose names): (n, d) in the store's order.</summary>
    /// <exception cref="EngineException">The file is none of these, or wants another number of channels.</exception>
    public static EmbeddingMatrix Extract(string checkpointPath, CubeStore cubes, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var backbone = Load(checkpointPath);
        return Embed(backbone, cubes, device, progress, cancellationToken);
    }

    /// <summary>By the backbone that a run with these options would start from: the baseline that training must beat.</summary>
    public static EmbeddingMatrix ExtractUntrained(TrainingOptions options, CubeStore cubes, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var model = TrainingState.NewModel(options, cubes.ChannelCount);
        return Embed(model.Backbone, cubes, options.Device, progress, cancellationToken);
    }

    private static EmbeddingMatrix Embed(Backbone backbone, CubeStore cubes, string deviceName, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        if (backbone.InputChannels != cubes.ChannelCount)
        {
            throw new EngineException($"The backbone was trained on {backbone.InputChannels} channels, the cubes have {cubes.ChannelCount} ({cubes.Channels}). Prepare cubes with the channels it was trained on.");
        }

        var device = DeviceChoice.Find(deviceName);
        backbone.to(device);
        var reader = new CubeReader(cubes, memoryBytes: 0); // each cube is read once: keep none
        return EmbeddingPass.Embed(backbone, reader, cubes.ChannelCount, cubes.CubeSize, [.. Enumerable.Range(0, cubes.Count)], device, progress, cancellationToken);
    }

    private static Backbone Load(string path)
    {
        var file = WeightFile.Read(path);
        return BackboneFactory.FromStateDict(file, Checkpoint.Options(file)?.StemMaxPool ?? true);
    }
}
