using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MaskedVolume;

/// <summary>
/// Masked volume modelling, SimMIM (Xie et al. 2022, https://arxiv.org/abs/2111.09886) on convolutional networks: patches of all
/// channels are hidden behind a learned value, and the raw voxels there are guessed from the last feature map. Keys backbone.…,
/// decoder.convolution.…, token.
/// </summary>
public sealed class MaskedVolume : Method
{
    private readonly VoxelDecoder _decoder;
    private readonly Parameter _token;
    private readonly int _patch;
    private readonly double _fraction;

    /// <summary>Takes both networks over; the token is drawn from <paramref name="generator"/> (CPU).</summary>
    /// <param name="backbone">Cubes → feature map.</param>
    /// <param name="decoder">Feature map → voxels.</param>
    /// <param name="patch">Edge of a hidden patch in voxels, ≥ 1.</param>
    /// <param name="fraction">How many patches are hidden, 0 … 1.</param>
    /// <param name="generator">For the first value of the token.</param>
    public MaskedVolume(Backbone backbone, VoxelDecoder decoder, int patch, double fraction, Generator generator)
        : base(nameof(MaskedVolume), backbone)
    {
        (_decoder, _patch, _fraction) = (decoder, patch, fraction);
        using var drawn = randn(backbone.Options.InputChannels, generator: generator);
        _token = new Parameter(drawn * 0.02); // (C), the paper's spread
        register_module("decoder", decoder);
        register_parameter("token", _token);
    }

    /// <inheritdoc />
    public override int ViewsPerCube => 1;

    /// <summary>
    /// Cubes (N, C, D, H, W) → one view and its mask as a last channel, (N, C + 1, D, H, W). The view is turned and mirrored
    /// only: with noise and contrast the network would be asked for what nobody can know.
    /// </summary>
    public override Tensor Inputs(Tensor cubes, ViewPair augmentation, ViewRandomness random)
    {
        using var scope = NewDisposeScope();
        var view = (augmentation.First with { Intensity = [], Sections = [], Masks = [] }).Apply(cubes, random); // (N, C, D, H, W)
        long[] shape = view.shape;
        var mask = PatchMask.Draw((int)shape[0], ((int)shape[2], (int)shape[3], (int)shape[4]), _patch, _fraction, random.Decisions);
        return cat([view, mask.to(view.device)], 1).MoveToOuterDisposeScope();
    }

    /// <summary>View and mask (M, C + 1, D, H, W) → the mean absolute difference of each cube's hidden raw voxels, (M).</summary>
    public override Tensor[] Encode(Tensor inputs)
    {
        using var scope = NewDisposeScope();
        long channels = inputs.shape[1] - 1;
        var (view, mask) = (inputs.narrow(1, 0, channels), inputs.narrow(1, channels, 1));
        var masked = (view * (1 - mask)) + (_token.reshape(1, channels, 1, 1, 1) * mask); // (M, C, D, H, W)
        var voxels = _decoder.call(Backbone.FeatureMaps(masked)) // (M, 1, ≥ D, ≥ H, ≥ W)
            .narrow(2, 0, inputs.shape[2]).narrow(3, 0, inputs.shape[3]).narrow(4, 0, inputs.shape[4]);
        return [MaskedDifference.PerCube(voxels, view.narrow(1, 0, 1), mask).MoveToOuterDisposeScope()];
    }

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets) => outputs[0].mean();
}
