using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.SimSiam;

/// <summary>SimSiam with the paper's settings.</summary>
internal sealed class SimSiamDescription : MethodDescription
{
    /// <inheritdoc />
    public override string Name => "simsiam";

    /// <inheritdoc />
    public override string Title => "SimSiam";

    /// <inheritdoc />
    public override string Paper => "Chen and He 2021, https://arxiv.org/abs/2011.10566";

    /// <inheritdoc />
    public override string Help => "Predicts one view of a synapse from the other; the simplest of all: no negatives, no second network.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        MethodParameter.ProjectionHidden(2048, "paper 2048"),
        MethodParameter.ProjectionOutput(2048, "paper 2048"),
        MethodParameter.ProjectionLayers(3, "paper 3"),
        MethodParameter.PredictorHidden(512, "paper 512, a quarter of the output"),
    ];

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator)
    {
        int output = values.Whole(this, nameof(MethodParameter.ProjectionOutput));
        int[] predictor = [output, values.Whole(this, nameof(MethodParameter.PredictorHidden)), output];
        return new SimSiam(
            backbone,
            new MlpHead(new(ProjectionWidths(backbone, values), MlpHeadEnd.Norm), generator),
            new MlpHead(new(predictor), generator));
    }
}
