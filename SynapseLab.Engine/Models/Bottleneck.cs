using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// A 1-, a 3- and a 1-convolution and a shortcut (He et al. 2016, fig. 5 right); the stride is in the 3-convolution, as in
/// torchvision. Keys conv1 … bn3, downsample.0/1.
/// </summary>
internal sealed class Bottleneck : nn.Module<Tensor, Tensor>
{
    /// <summary>Width at the end over width inside.</summary>
    internal const int Expansion = 4;

    private readonly (Conv3d Conv, nn.Module<Tensor, Tensor> Norm)[] _layers;
    private readonly Sequential? _downsample;

    internal Bottleneck(int inChannels, int width, int stride, Normalisation normalisation)
        : base(nameof(Bottleneck))
    {
        _layers =
        [
            (Convolutions.Kernel1(inChannels, width), NormalisationLayers.New(normalisation, width)),
            (Convolutions.Kernel3(width, width, stride), NormalisationLayers.New(normalisation, width)),
            (Convolutions.Kernel1(width, width * Expansion), NormalisationLayers.New(normalisation, width * Expansion)),
        ];
        for (int i = 0; i < _layers.Length; i++)
        {
            register_module($"conv{i + 1}", _layers[i].Conv);
            register_module($"bn{i + 1}", _layers[i].Norm);
        }

        _downsample = Convolutions.Downsample(inChannels, width * Expansion, stride, normalisation);
        if (_downsample is not null)
        {
            register_module("downsample", _downsample);
        }
    }

    /// <summary>(N, in, D, H, W) → (N, 4·width, D/stride, H/stride, W/stride).</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input;
        for (int i = 0; i < _layers.Length - 1; i++)
        {
            x = nn.functional.relu(_layers[i].Norm.call(Convolutions.Apply(_layers[i].Conv, x)), inplace: true);
        }

        x = _layers[^1].Norm.call(_layers[^1].Conv.call(x)); // (N, 4·width, …)
        x.add_(_downsample is null ? input : Convolutions.Apply(_downsample, input));
        return nn.functional.relu(x, inplace: true).MoveToOuterDisposeScope();
    }
}
