using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.SimClr;

/// <summary>SimCLR with the seed's settings.</summary>
internal sealed class SimClrDescription : MethodDescription
{
    /// <inheritdoc />
    public override string Name => "simclr";

    /// <inheritdoc />
    public override string Title => "SimCLR";

    /// <inheritdoc />
    public override string Paper => "Chen et al. 2020, https://arxiv.org/abs/2002.05709";

    /// <inheritdoc />
    public override string Help => "Two views of a synapse must be more alike than views of different synapses.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        MethodParameter.Temperature(0.07, "seed 0.07; paper 0.1 … 0.5"),
        MethodParameter.ProjectionHidden(512, "seed 512; paper 2048"),
        MethodParameter.ProjectionOutput(128, "seed 128; paper 128"),
        MethodParameter.ProjectionLayers(2, "paper 2"),
    ];

    /// <inheritdoc />
    public override int Negatives(int batchSize, MethodParameters values) => 2 * (batchSize - 1);

    /// <inheritdoc />
    public override double? ChanceLoss(int batchSize, MethodParameters values) => NtXent.AtChance(batchSize);

    /// <inheritdoc />
    public override double? LeastLoss(int batchSize, MethodParameters values) => NtXent.Least(batchSize, values.Of(this, nameof(MethodParameter.Temperature)));

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator) => new SimClr(
        backbone,
        new ProjectionHead(
            backbone.Options.FeatureDimension,
            new(
                values.Whole(this, nameof(MethodParameter.ProjectionHidden)),
                values.Whole(this, nameof(MethodParameter.ProjectionOutput)),
                values.Whole(this, nameof(MethodParameter.ProjectionLayers))),
            generator),
        values.Of(this, nameof(MethodParameter.Temperature)));
}
