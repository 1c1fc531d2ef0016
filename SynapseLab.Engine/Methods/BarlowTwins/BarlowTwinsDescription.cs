using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.BarlowTwins;

/// <summary>Barlow Twins with the paper's weight; the projection is narrower: 8192² correlations from some dozens of synapses say nothing.</summary>
internal sealed class BarlowTwinsDescription : MethodDescription
{
    private const string RedundancyWeight = "RedundancyWeight";

    /// <inheritdoc />
    public override string Name => "barlow";

    /// <inheritdoc />
    public override string Title => "Barlow Twins";

    /// <inheritdoc />
    public override string Paper => "Zbontar et al. 2021, https://arxiv.org/abs/2103.03230";

    /// <inheritdoc />
    public override string Help => "Each feature must be the same in both views of a synapse and unrelated to every other feature.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        new(RedundancyWeight, "Weight of redundancy", "in the loss", "How hard different features must be uncorrelated.", 0.005, 0, 100, "paper 0.005"),
        MethodParameter.ProjectionHidden(2048, "paper 8192"),
        // The correlation of two unrelated features over N cubes is about 1/√N by chance: with batches of tens, thousands of
        // features give a loss that is mostly this noise. The paper's 8192 go with batches of 2048.
        MethodParameter.ProjectionOutput(128, "paper 8192, for batches of 2048"),
        MethodParameter.ProjectionLayers(3, "paper 3"),
    ];

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator) => new BarlowTwins(
        backbone, new MlpHead(new(ProjectionWidths(backbone, values), MlpHeadEnd.LinearWithoutBias), generator), values.Of(this, RedundancyWeight));
}
