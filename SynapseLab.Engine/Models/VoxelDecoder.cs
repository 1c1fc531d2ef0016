using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// From a feature map back to voxels in one linear step, as SimMIM's decoder (Xie et al. 2022, https://arxiv.org/abs/2111.09886
/// §3.3): each cell of the map gives the sD·sH·sW voxels that it stands for (a pixel shuffle in 3D). Key convolution.
/// </summary>
public sealed class VoxelDecoder : nn.Module<Tensor, Tensor>
{
    // A multiple of every backbone's stride, and small.
    private const int ProbeSize = 32;

    private readonly Conv3d _convolution;
    private readonly (int D, int H, int W) _stride;

    /// <summary>Weights are drawn from <paramref name="generator"/> (CPU).</summary>
    /// <param name="channels">Of the feature map.</param>
    /// <param name="stride">Voxels per cell along each axis.</param>
    /// <param name="generator">For the first weights.</param>
    public VoxelDecoder(int channels, (int D, int H, int W) stride, Generator generator)
        : base(nameof(VoxelDecoder))
    {
        _stride = stride;
        _convolution = nn.Conv3d(channels, (long)stride.D * stride.H * stride.W, kernel_size: 1L);
        register_module("convolution", _convolution);
        using var _ = no_grad();
        nn.init.normal_(_convolution.weight, 0, 1 / Math.Sqrt(channels), generator);
        nn.init.zeros_(_convolution.bias!);
    }

    /// <summary>A decoder for a backbone's feature maps; their channels and stride are what it makes of one empty cube.</summary>
    public static VoxelDecoder Behind(Backbone backbone, Generator generator)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        bool wasTraining = backbone.training;
        backbone.eval(); // the empty cube leaves no trace in running statistics
        long[] maps = backbone.FeatureMaps(zeros(1, backbone.Options.InputChannels, ProbeSize, ProbeSize, ProbeSize)).shape; // (1, c, d, h, w)
        backbone.train(wasTraining);
        return new VoxelDecoder((int)maps[1], (Stride(2), Stride(3), Stride(4)), generator);

        int Stride(int axis) => (int)(ProbeSize / maps[axis]);
    }

    /// <summary>Features (N, c, d, h, w) → voxels (N, 1, d·sD, h·sH, w·sW).</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var cells = _convolution.call(input); // (N, sD·sH·sW, d, h, w)
        var (n, d, h, w) = (cells.shape[0], cells.shape[2], cells.shape[3], cells.shape[4]);
        return cells.reshape(n, _stride.D, _stride.H, _stride.W, d, h, w)
            .permute(0, 4, 1, 5, 2, 6, 3) // (N, d, sD, h, sH, w, sW)
            .reshape(n, 1, d * _stride.D, h * _stride.H, w * _stride.W)
            .MoveToOuterDisposeScope();
    }
}
