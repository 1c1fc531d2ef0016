using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.Byol;

/// <summary>BYOL with the paper's settings.</summary>
internal sealed class ByolDescription : MethodDescription
{
    /// <inheritdoc />
    public override string Name => "byol";

    /// <inheritdoc />
    public override string Title => "BYOL";

    /// <inheritdoc />
    public override string Paper => "Grill et al. 2020, https://arxiv.org/abs/2006.07733";

    /// <inheritdoc />
    public override string Help => "Predicts a slowly moving copy's view of the same synapse; needs no negatives, so a small batch will do.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        MethodParameter.ProjectionHidden(4096, "paper 4096"),
        MethodParameter.ProjectionOutput(256, "paper 256"),
        MethodParameter.ProjectionLayers(2, "paper 2"),
        MethodParameter.PredictorHidden(4096, "paper 4096"),
        MethodParameter.EncoderMomentum(0.996, "paper 0.996, rising to 1"),
    ];

    /// <summary>Both views go through the momentum encoder too.</summary>
    public override MethodCost Cost => new(Trained: 2, Targets: 2);

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator)
    {
        int output = values.Whole(this, nameof(MethodParameter.ProjectionOutput));
        int[] predictor = [output, values.Whole(this, nameof(MethodParameter.PredictorHidden)), output];
        return new Byol(
            backbone,
            new MlpHead(new(ProjectionWidths(backbone, values)), generator),
            new MlpHead(new(predictor), generator),
            values.Of(this, nameof(MethodParameter.EncoderMomentum)));
    }
}
