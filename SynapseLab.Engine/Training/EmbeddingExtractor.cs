using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Embeddings of all cubes by a trained, or an untrained, backbone.</summary>
public static class EmbeddingExtractor
{
    /// <summary>
    /// By a checkpoint of a run (its averaged weights where it has them), or a state dict of a backbone (.pt or .safetensors; see
    /// <see cref="WeightImport"/> for whose names): (n, d) in the store's order.
    /// </summary>
    /// <exception cref="EngineException">The file is none of these, or wants another number of channels.</exception>
    public static EmbeddingMatrix Extract(string checkpointPath, CubeStore cubes, string device, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        using var backbone = Open(checkpointPath, cubes, device);
        return Embed(backbone, cubes, progress, cancellationToken);
    }

    /// <summary>By the backbone that a run with these options would start from: the baseline that training must beat.</summary>
    public static EmbeddingMatrix ExtractUntrained(TrainingOptions options, CubeStore cubes, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var device = DeviceChoice.Find(options.Device);
        using var method = TrainingState.NewMethod(InitialWeights.Settle(options), cubes.ChannelCount);
        method.Backbone.to(device);
        return Embed(method.Backbone, cubes, progress, cancellationToken);
    }

    /// <summary>The backbone of a file on a device, fit for these cubes; the caller owns it.</summary>
    internal static Backbone Open(string checkpointPath, CubeStore cubes, string deviceName)
    {
        var device = DeviceChoice.Find(deviceName);
        var backbone = NetworkFile.Read(checkpointPath).Build();
        try
        {
            RequireChannels(backbone, cubes);
            backbone.to(device);
            return backbone;
        }
        catch
        {
            backbone.Dispose();
            throw;
        }
    }

    /// <exception cref="EngineException">The cubes have other channels than the backbone was trained on.</exception>
    internal static void RequireChannels(Backbone backbone, CubeStore cubes)
    {
        if (backbone.InputChannels != cubes.ChannelCount)
        {
            throw new EngineException($"The backbone was trained on {backbone.InputChannels} channels, the cubes have {cubes.ChannelCount} ({cubes.Channels}). Prepare cubes with the channels it was trained on.");
        }
    }

    /// <summary>Embeds all cubes, (n, d), with a backbone that <see cref="Open"/> gave.</summary>
    internal static EmbeddingMatrix Embed(Backbone backbone, CubeStore cubes, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        var reader = CubeReader.ReadingOnce(cubes); // the store is the caller's
        var device = backbone.parameters().First().device;
        return EmbeddingPass.Embed(backbone, reader, [.. Enumerable.Range(0, cubes.Count)], device, progress, cancellationToken);
    }
}
