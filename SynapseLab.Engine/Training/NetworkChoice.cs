using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>The backbone that options ask for: shape, first weights, and what does not train.</summary>
internal static class NetworkChoice
{
    /// <summary>Its shape for cubes of some channels.</summary>
    /// <exception cref="EngineException">A name is unknown.</exception>
    internal static BackboneOptions Describe(TrainingOptions options, int inputChannels)
    {
        var shape = BackboneFactory.Describe(options.Backbone, options.Stem, inputChannels, options.Width, options.StemMaxPool) with
        {
            Normalisation = NormalisationLayers.Parse(options.Normalisation),
            Pooling = FeaturePoolings.Parse(options.Pooling),
            Scaling = InputScalings.Parse(options.InputScaling),
        };
        return shape is Vgg3dOptions vgg ? vgg with { LayerNum = options.LayerNum } : shape;
    }

    /// <summary>The backbone, its weights drawn from a generator (CPU), then taken from a file where one is named.</summary>
    /// <exception cref="EngineException">The file cannot be read, or none of its weights fits.</exception>
    internal static Backbone Build(TrainingOptions options, int inputChannels, Generator generator)
    {
        var backbone = Describe(options, inputChannels).Build(generator);
        try
        {
            if (options.InitialWeights.Length > 0)
            {
                WeightImport.Into(backbone, options.InitialWeights);
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
}
