using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.VicReg;

/// <summary>VICReg with the paper's weights; the expander is narrower: 8192² covariances from some dozens of synapses say nothing.</summary>
internal sealed class VicRegDescription : MethodDescription
{
    private const string InvarianceWeight = "InvarianceWeight";
    private const string VarianceWeight = "VarianceWeight";
    private const string CovarianceWeight = "CovarianceWeight";

    /// <inheritdoc />
    public override string Name => "vicreg";

    /// <inheritdoc />
    public override string Title => "VICReg";

    /// <inheritdoc />
    public override string Paper => "Bardes, Ponce and LeCun 2022, https://arxiv.org/abs/2105.04906";

    /// <inheritdoc />
    public override string Help => "Two views of a synapse agree, while every feature must vary and no two may say the same.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        Weight(InvarianceWeight, "Weight of invariance", "How hard both views must agree.", 25),
        Weight(VarianceWeight, "Weight of variance", "How hard each feature must vary over the batch.", 25),
        Weight(CovarianceWeight, "Weight of covariance", "How hard features must differ from each other.", 1),
        MethodParameter.ProjectionHidden(2048, "paper 8192"),
        MethodParameter.ProjectionOutput(2048, "paper 8192"),
        MethodParameter.ProjectionLayers(3, "paper 3"),
    ];

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator) => new VicReg(
        backbone,
        new MlpHead(new(ProjectionWidths(backbone, values), MlpHeadEnd.LinearWithoutBias), generator),
        values.Of(this, InvarianceWeight),
        values.Of(this, VarianceWeight),
        values.Of(this, CovarianceWeight));

    private static MethodParameter Weight(string name, string label, string help, double value) =>
        new(name, label, "in the loss", help, value, 0, 10_000, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"paper {value}"));
}
