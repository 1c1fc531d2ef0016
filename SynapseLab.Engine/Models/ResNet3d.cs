using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// A residual network over cubes (He et al. 2016, https://arxiv.org/abs/1512.03385; in 3D Tran et al. 2018,
/// https://arxiv.org/abs/1711.11248), without a classifier: the embedding is the globally average-pooled last stage.
/// State-dict keys are PyTorch's: conv1, bn1, layer1.0.conv1 … layer4.1.bn2, layerN.0.downsample.0/1.
/// </summary>
public sealed class ResNet3d : nn.Module<Tensor, Tensor>
{
    private readonly Conv3d _conv1;
    private readonly BatchNorm3d _bn1;
    private readonly bool _pools;
    private readonly Sequential[] _stages;

    /// <summary>Builds the network and draws its weights from <paramref name="generator"/> (CPU).</summary>
    public ResNet3d(ResNet3dOptions options, Generator generator)
        : base($"ResNet3d-{options.Depth}")
    {
        Options = options;
        _conv1 = options.Stem == ResNet3dStem.R3d
            ? nn.Conv3d(options.InputChannels, options.Width, (3, 7, 7), stride: (1, 2, 2), padding: (1, 3, 3), bias: false)
            : nn.Conv3d(options.InputChannels, options.Width, kernel_size: 7L, stride: 2, padding: 3, bias: false);
        _bn1 = nn.BatchNorm3d(options.Width);
        _pools = options.Stem == ResNet3dStem.K7S2 && options.StemMaxPool;
        register_module("conv1", _conv1);
        register_module("bn1", _bn1);
        _stages = [.. Enumerable.Range(0, 4).Select(Stage)];
        WeightInit.Kaiming(this, generator);
    }

    /// <summary>The shape of this network.</summary>
    public ResNet3dOptions Options { get; }

    /// <summary>Cubes to embeddings: (N, C, D, H, W) float → (N, <see cref="ResNet3dOptions.FeatureDimension"/>).</summary>
    public override Tensor forward(Tensor input)
    {
        using var maps = FeatureMaps(input);
        return maps.mean([2, 3, 4]); // (N, d)
    }

    /// <summary>The last stage before pooling: (N, C, D, H, W) float → (N, d, D/8 or D/16 or D/32, …), rounded up.</summary>
    public Tensor FeatureMaps(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = nn.functional.relu(_bn1.call(_conv1.call(input)), inplace: true); // (N, w, D or D/2, H/2, W/2)
        if (_pools)
        {
            x = nn.functional.max_pool3d(x, [3, 3, 3], [2, 2, 2], [1, 1, 1]); // halves each axis
        }

        foreach (var stage in _stages)
        {
            x = stage.call(x); // (N, w·2^i, …), halved from the second stage on
        }

        return x.MoveToOuterDisposeScope();
    }

    private Sequential Stage(int index)
    {
        int expansion = Options.HasBottlenecks ? Bottleneck.Expansion : 1;
        int width = Options.Width << index;
        int inChannels = index == 0 ? Options.Width : (Options.Width << (index - 1)) * expansion;
        int stride = index == 0 ? 1 : 2;
        var blocks = Enumerable.Range(0, Options.BlocksPerStage[index]).Select(i =>
            i == 0 ? Block(inChannels, width, stride) : Block(width * expansion, width, 1));
        var stage = nn.Sequential(blocks);
        register_module($"layer{index + 1}", stage);
        return stage;
    }

    private nn.Module<Tensor, Tensor> Block(int inChannels, int width, int stride) =>
        Options.HasBottlenecks ? new Bottleneck(inChannels, width, stride) : new BasicBlock(inChannels, width, stride);
}
