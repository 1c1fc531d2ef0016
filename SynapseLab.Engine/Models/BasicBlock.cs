using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>Two 3-convolutions and a shortcut (He et al. 2016, fig. 5 left). Keys conv1, bn1, conv2, bn2, downsample.0/1.</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
    private readonly Conv3d _conv1;
    private readonly nn.Module<Tensor, Tensor> _bn1;
    private readonly Conv3d _conv2;
    private readonly nn.Module<Tensor, Tensor> _bn2;
    private readonly Sequential? _downsample;

    internal BasicBlock(int inChannels, int width, int stride, Normalisation normalisation)
        : base(nameof(BasicBlock))
    {
        _conv1 = Convolutions.Kernel3(inChannels, width, stride);
        _bn1 = NormalisationLayers.New(normalisation, width);
        _conv2 = Convolutions.Kernel3(width, width);
        _bn2 = NormalisationLayers.New(normalisation, width);
        _downsample = Convolutions.Downsample(inChannels, width, stride, normalisation);
        register_module("conv1", _conv1);
        register_module("bn1", _bn1);
        register_module("conv2", _conv2);
        register_module("bn2", _bn2);
        if (_downsample is not null)
        {
            register_module("downsample", _downsample);
        }
    }

    /// <summary>(N, in, D, H, W) → (N, width, D/stride, H/stride, W/stride).</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = nn.functional.relu(_bn1.call(Convolutions.Apply(_conv1, input)), inplace: true);
        x = _bn2.call(_conv2.call(x));
        x.add_(_downsample is null ? input : Convolutions.Apply(_downsample, input));
        return nn.functional.relu(x, inplace: true).MoveToOuterDisposeScope();
    }
}
