using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The backbone that options ask for: shape, first weights, and what does not train.</summary>
internal static class NetworkChoice
{
    /// <summary>Chooses a backbone, and with it the width of its family where none was chosen: 24 for vgg3d, 64 for the ResNets.</summary>
    internal static TrainingOptions Choose(TrainingOptions options, string backbone) => options with
    {
        Backbone = backbone,
        Width = options.Width == BackboneFactory.DefaultWidth(options.Backbone) ? BackboneFactory.DefaultWidth(backbone) : options.Width,
    };

    /// <summary>Its shape for cubes of some channels.</summary>
    /// <exception cref="EngineException">A name is unknown.</exception>
    internal static BackboneOptions Describe(TrainingOptions options, int inputChannels)
    {
        var shape = BackboneFactory.Describe(options.Backbone, options.Stem, inputChannels, options.Width, options.StemMaxPool) with
        {
            Normalisation = NormalisationLayers.Parse(options.Normalisation),
            Pooling = FeaturePoolings.Parse(options.Pooling),
            Scaling = Scaling(options),
        };
        return shape is Vgg3dOptions vgg ? vgg with { LayerNum = options.LayerNum } : shape;
    }

    /// <summary>What the network of a run sees as raw: the pipeline bbox gives it z-scored already.</summary>
    internal static InputScaling ScalingSeen(TrainingOptions options) =>
        options.Pipeline == CubeSourceChoice.BoundingBox ? InputScaling.ZScore : Scaling(options);

    /// <summary>The backbone, its weights drawn from a generator (CPU), then taken from a file where one is named.</summary>
    /// <param name="options">Of the run, settled (<see cref="InitialWeights.Settle"/>).</param>
    /// <param name="inputChannels">Channels of a cube.</param>
    /// <param name="generator">Draws the weights.</param>
    /// <param name="imported">Gets what became of the file's weights.</param>
    /// <exception cref="EngineException">The file cannot be read, or its weights do not fit.</exception>
    internal static Backbone Build(TrainingOptions options, int inputChannels, Generator generator, Action<WeightsImported>? imported = null)
    {
        var backbone = Describe(options, inputChannels).Build(generator);
        try
        {
            if (options.InitialWeights.Length > 0)
            {
                var taken = InitialWeights.Take(backbone, options);
                imported?.Invoke(taken);
            }

            backbone.Freeze(new Freezing(options.FreezeBackbone, options.StageToFinetune));
            return backbone;
        }
        catch
        {
            backbone.Dispose();
            throw;
        }
    }

    // Without a file that tells otherwise raw stays as it is stored.
    private static InputScaling Scaling(TrainingOptions options) =>
        options.InputScaling == InitialWeights.ByTheFile ? InputScaling.Unit : InputScalings.Parse(options.InputScaling);
}
