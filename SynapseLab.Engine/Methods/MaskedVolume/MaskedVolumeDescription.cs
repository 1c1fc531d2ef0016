using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.MaskedVolume;

/// <summary>Masked volume modelling; patches have the size of a feature cell, as the paper's.</summary>
internal sealed class MaskedVolumeDescription : MethodDescription
{
    /// <summary>Setting: edge of a hidden patch in voxels.</summary>
    internal const string MaskPatch = "MaskPatch";

    private const string MaskFraction = "MaskFraction";

    /// <inheritdoc />
    public override string Name => "mvm";

    /// <inheritdoc />
    public override string Title => "Masked volume modelling";

    /// <inheritdoc />
    public override string Paper => "Xie et al. 2022 (SimMIM), https://arxiv.org/abs/2111.09886";

    /// <inheritdoc />
    public override string Help => "Parts of a synapse are hidden and must be guessed from what is left; nothing is compared with other synapses.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        new(MaskPatch, "Hidden patch, edge", "voxels", "Edge of the patches that are hidden; smaller than the cube.", 16, 1, 256, "paper 32 of 192 pixels, a feature cell", IsWhole: true),
        new(MaskFraction, "Hidden fraction", "of the patches", "How much of each cube is hidden.", 0.6, 0.01, 0.99, "paper 0.6"),
    ];

    /// <summary>There is one view.</summary>
    public override MethodCost Cost => new(Trained: 1);

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator) => new MaskedVolume(
        backbone,
        VoxelDecoder.Behind(backbone, generator),
        values.Whole(this, MaskPatch),
        values.Of(this, MaskFraction),
        generator);
}
