using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>The shape of a backbone, without its weights: what all families share.</summary>
/// <param name="InputChannels">Channels of a cube, ≥ 1.</param>
public abstract record BackboneOptions(int InputChannels)
{
    /// <summary>What follows each convolution. Default batch.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.Batch;

    /// <summary>From the last feature maps to the embedding. Default avg.</summary>
    public FeaturePooling Pooling { get; init; } = FeaturePooling.Avg;

    /// <summary>What the network wants raw grey values to be. Default as stored, [0, 1].</summary>
    public InputScaling Scaling { get; init; } = InputScaling.Unit;

    /// <summary>The name on the command line: resnet3d18, resnet3d34, resnet3d50, vgg3d.</summary>
    public abstract string Name { get; }

    /// <summary>Length of an embedding.</summary>
    public abstract int FeatureDimension { get; }

    /// <summary>Name, width and normalisation, and the stem of a ResNet, for a sentence: "a resnet3d18 of width 64 with stem r3d and normalisation batch".</summary>
    public abstract string Words { get; }

    /// <summary>The network, its weights drawn from a generator (CPU).</summary>
    /// <exception cref="EngineException">A value is out of range.</exception>
    public abstract Backbone Build(Generator generator);
}
