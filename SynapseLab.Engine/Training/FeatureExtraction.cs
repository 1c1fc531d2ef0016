using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Features of all cubes by a layer of a trained network, of ours or of others, as a table and an array (domain §7).</summary>
public static class FeatureExtraction
{
    /// <summary>One line a cube: Var1, bbox_name, and the features.</summary>
    public const string TableName = "features.csv";

    /// <summary>The features, float32 (n, d), in the order of the table.</summary>
    public const string ArrayName = "features.npy";

    /// <summary>Takes the features and writes both files.</summary>
    /// <param name="o">What is taken.</param>
    /// <param name="matched">Gets what became of the file's weights, before the cubes are read.</param>
    /// <param name="progress">Cubes done.</param>
    /// <param name="cancellationToken">Stops between batches; nothing half-written stays.</param>
    /// <exception cref="EngineException">An option, the checkpoint, the cubes or the device is wrong; says which.</exception>
    public static FeatureExtractionResult Run(
        FeatureExtractionOptions o, Action<WeightImportReport>? matched, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        o.ThrowIfInvalid();
        var device = DeviceChoice.Find(o.Device);
        using var cubes = CubeStore.Open(o.PreprocDir);
        using var backbone = Load(o, matched);
        EmbeddingExtractor.RequireChannels(backbone, cubes);
        backbone.to(device);
        OutputFolder.Make(o.OutputDir); // reading the cubes may take an hour: what can fail before it, fails before it
        var features = EmbeddingExtractor.Embed(backbone, cubes, progress, cancellationToken);
        string prefix = backbone.Options is Vgg3dOptions { LayerNum: >= 0 and var layer } ? $"layer{layer}_feat_" : "feat_";
        WholeFile.WriteText(Path.Combine(o.OutputDir, TableName), FeatureCsv.Format(features, cubes.Entries, prefix));
        NpyFile.Write(Path.Combine(o.OutputDir, ArrayName), features.Values, features.Count, features.Dimension);
        return new(features.Count, features.Dimension, prefix);
    }

    private static Backbone Load(FeatureExtractionOptions o, Action<WeightImportReport>? matched)
    {
        var backbone = NetworkFile.Read(o.CheckpointPath).Build(o.LayerNum ?? FeatureExtractionOptions.DefaultLayer, o.Pooling, o.InputScaling, matched);
        if (o.LayerNum is >= 0 && backbone.Options is not Vgg3dOptions)
        {
            string name = backbone.Name;
            backbone.Dispose();
            throw new EngineException($"Expected a vgg3d for layer {o.LayerNum}, but {o.CheckpointPath} holds a {name}, whose features are its embedding; leave the layer out.");
        }

        return backbone;
    }
}
