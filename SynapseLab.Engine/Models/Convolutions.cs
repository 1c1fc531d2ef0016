using SynapseLab.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>The convolutions of a residual network: cubic kernels, no bias (a normalisation follows each).</summary>
internal static class Convolutions
{
    private const int BlockKernel = 3;

    /// <summary>(N, in, D, H, W) → (N, out, ⌈D/stride⌉, ⌈H/stride⌉, ⌈W/stride⌉).</summary>
    internal static Conv3d Kernel3(int inChannels, int outChannels, int stride = 1) =>
        nn.Conv3d(inChannels, outChannels, kernel_size: 3L, stride: stride, padding: 1, bias: false);

    /// <summary>As <see cref="Kernel3"/>, each voxel by itself.</summary>
    internal static Conv3d Kernel1(int inChannels, int outChannels, int stride = 1) =>
        nn.Conv3d(inChannels, outChannels, kernel_size: 1L, stride: stride, bias: false);

    /// <summary>
    /// A convolution that may be strided, or a shortcut with one: on a CPU in float32 where an axis of its input is no longer than the kernel.
    /// oneDNN's bfloat16 weight gradient of a strided 3D convolution is there what lay in memory before, up to numbers that are not finite
    /// (libtorch 1.13 with AVX-512, in Python as well); so small a map costs nothing.
    /// </summary>
    /// <param name="layer">Convolution or shortcut.</param>
    /// <param name="input">(N, C, D, H, W).</param>
    /// <param name="kernel">Longest edge of the kernels: the block's, for its shortcut too, or the first convolution's.</param>
    internal static Tensor Apply(nn.Module<Tensor, Tensor> layer, Tensor input, int kernel = BlockKernel)
    {
        if (input.device.type != DeviceType.CPU || !Autocast.IsSupported || input.shape[2..].Min() > kernel)
        {
            return layer.call(input);
        }

        using var wide = Autocast.Enter(DeviceType.CPU, enabled: false);
        return layer.call(input.to(layer.parameters().First().dtype));
    }

    /// <summary>The shortcut where a block changes width or size: a strided 1-convolution and a normalisation; else null.</summary>
    internal static Sequential? Downsample(int inChannels, int outChannels, int stride, Normalisation normalisation) =>
        stride == 1 && inChannels == outChannels
            ? null
            : nn.Sequential(Kernel1(inChannels, outChannels, stride), NormalisationLayers.New(normalisation, outChannels));
}
