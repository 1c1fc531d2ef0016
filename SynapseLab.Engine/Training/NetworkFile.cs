using SynapseLab.Engine.Models;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>A file of a trained network, a run's checkpoint or weights of others: embeddings and features are both read through it.</summary>
/// <param name="Name">The file's name, without its folder.</param>
/// <param name="Weights">A state dict, or a checkpoint around one; of a run with averaged weights those.</param>
/// <param name="Run">Options of the run that wrote it; null for a plain state dict and for weights of others.</param>
internal sealed record NetworkFile(string Name, TorchDictionary Weights, TrainingOptions? Run)
{
    /// <exception cref="EngineException">The file is missing, damaged, or of another kind.</exception>
    internal static NetworkFile Read(string path)
    {
        var file = WeightFile.Read(path);
        bool isAveraged = file.TryGetValue("ema_state_dict", out object? average) && average is TorchDictionary;
        return new(Path.GetFileName(path), isAveraged ? (TorchDictionary)average! : file, Checkpoint.Options(file));
    }

    /// <summary>What the network has seen as raw; null where neither run nor weights tell. Cubes of synapses are stored in [0, 1]: a network that has seen z-scored raw is given it here too.</summary>
    internal InputScaling? Scaling => Run is null ? BackboneFactory.ScalingOf(Weights) : NetworkChoice.ScalingSeen(Run);

    /// <summary>The backbone as it was trained, or with another layer, pooling or scaling of the input; the caller owns it.</summary>
    /// <param name="layerNum">vgg3d: module of its features, −1 for the last; null: the run's, else the last.</param>
    /// <param name="pooling">Null: that of <see cref="FeatureExtractionOptions.DefaultPooling"/>, avg for weights of others.</param>
    /// <param name="inputScaling">Null: the run's, else signed for a VGG3D with a classifier, else unit.</param>
    /// <param name="imported">Gets what became of the weights.</param>
    /// <exception cref="EngineException">The weights are of no known family, or not all of a network's.</exception>
    internal Backbone Build(int? layerNum = null, string? pooling = null, string? inputScaling = null, Action<WeightImportReport>? imported = null)
    {
        int layer = layerNum ?? Run?.LayerNum ?? -1;
        return BackboneFactory.FromStateDict(
            Weights,
            Run?.StemMaxPool ?? true,
            FeaturePoolings.Parse(pooling ?? (Run is null ? "avg" : FeatureExtractionOptions.DefaultPooling(Run, layer))),
            layer,
            inputScaling is null ? Scaling : InputScalings.Parse(inputScaling),
            report => imported?.Invoke(report with { Source = Name }));
    }
}
