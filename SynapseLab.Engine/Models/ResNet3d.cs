using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// A residual network over cubes (He et al. 2016, https://arxiv.org/abs/1512.03385; in 3D Tran et al. 2018,
/// https://arxiv.org/abs/1711.11248), without a classifier: the embedding is the pooled last stage.
/// State-dict keys are PyTorch's: conv1, bn1, layer1.0.conv1 … layer4.1.bn2, layerN.0.downsample.0/1.
/// </summary>
public sealed class ResNet3d : Backbone
{
    private readonly ResNet3dOptions _shape;
    private readonly Conv3d _conv1;
    private readonly nn.Module<Tensor, Tensor> _bn1;
    private readonly bool _pools;
    private readonly Sequential[] _stages;

    /// <summary>Builds the network and draws its weights from <paramref name="generator"/> (CPU).</summary>
    /// <exception cref="EngineException">The depth is unknown, or the pooling is flatten, whose length a ResNet's options do not fix.</exception>
    public ResNet3d(ResNet3dOptions options, Generator generator)
        : base(options)
    {
        if (options.Pooling == FeaturePooling.Flatten)
        {
            throw new EngineException($"Expected a pooling avg, max, avg+max or spp for {options.Name}, got flatten, which only vgg3d has.");
        }

        _shape = options;
        _conv1 = options.Stem == ResNet3dStem.R3d
            ? nn.Conv3d(options.InputChannels, options.Width, (3, 7, 7), stride: (1, 2, 2), padding: (1, 3, 3), bias: false)
            : nn.Conv3d(options.InputChannels, options.Width, kernel_size: 7L, stride: 2, padding: 3, bias: false);
        _bn1 = NormalisationLayers.New(options.Normalisation, options.Width);
        _pools = options.Stem == ResNet3dStem.K7S2 && options.StemMaxPool;
        register_module("conv1", _conv1);
        register_module("bn1", _bn1);
        _stages = [.. Enumerable.Range(0, 4).Select(Stage)];
        WeightInit.Kaiming(this, generator);
    }

    private const int StemKernel = 7;

    internal override string FirstConvolution => "conv1.weight";

    private protected override IReadOnlyList<IReadOnlyList<nn.Module>> Stages => [.. _stages.Select(stage => new nn.Module[] { stage })];

    private protected override Tensor Maps(Tensor cubes)
    {
        var x = nn.functional.relu(_bn1.call(Convolutions.Apply(_conv1, cubes, StemKernel)), inplace: true); // (N, w, D or D/2, H/2, W/2)
        if (_pools)
        {
            x = nn.functional.max_pool3d(x, [3, 3, 3], [2, 2, 2], [1, 1, 1]); // halves each axis
        }

        foreach (var stage in _stages)
        {
            x = stage.call(x); // (N, w·2^i, …), halved from the second stage on
        }

        return x;
    }

    private Sequential Stage(int index)
    {
        int expansion = _shape.HasBottlenecks ? Bottleneck.Expansion : 1;
        int width = _shape.Width << index;
        int inChannels = index == 0 ? _shape.Width : (_shape.Width << (index - 1)) * expansion;
        int stride = index == 0 ? 1 : 2;
        var blocks = Enumerable.Range(0, _shape.BlocksPerStage[index]).Select(i =>
            i == 0 ? Block(inChannels, width, stride) : Block(width * expansion, width, 1));
        var stage = nn.Sequential(blocks);
        register_module($"layer{index + 1}", stage);
        return stage;
    }

    private nn.Module<Tensor, Tensor> Block(int inChannels, int width, int stride) =>
        _shape.HasBottlenecks ? new Bottleneck(inChannels, width, stride, _shape.Normalisation) : new BasicBlock(inChannels, width, stride, _shape.Normalisation);
}
