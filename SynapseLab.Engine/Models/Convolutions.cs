using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>The convolutions of a residual network: cubic kernels, no bias (a normalisation follows each).</summary>
internal static class Convolutions
{
    /// <summary>(N, in, D, H, W) → (N, out, ⌈D/stride⌉, ⌈H/stride⌉, ⌈W/stride⌉).</summary>
    internal static Conv3d Kernel3(int inChannels, int outChannels, int stride = 1) =>
        nn.Conv3d(inChannels, outChannels, kernel_size: 3L, stride: stride, padding: 1, bias: false);

    /// <summary>As <see cref="Kernel3"/>, each voxel by itself.</summary>
    internal static Conv3d Kernel1(int inChannels, int outChannels, int stride = 1) =>
        nn.Conv3d(inChannels, outChannels, kernel_size: 1L, stride: stride, bias: false);

    /// <summary>The shortcut where a block changes width or size: a strided 1-convolution and a normalisation; else null.</summary>
    internal static Sequential? Downsample(int inChannels, int outChannels, int stride, Normalisation normalisation) =>
        stride == 1 && inChannels == outChannels
            ? null
            : nn.Sequential(Kernel1(inChannels, outChannels, stride), NormalisationLayers.New(normalisation, outChannels));
}
