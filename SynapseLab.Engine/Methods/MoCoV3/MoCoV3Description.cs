using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.MoCoV3;

/// <summary>MoCo v3 with the paper's settings for convolutional networks, but for the temperature, which is that of its transformers.</summary>
internal sealed class MoCoV3Description : MethodDescription
{
    /// <inheritdoc />
    public override string Name => "moco3";

    /// <inheritdoc />
    public override string Title => "MoCo v3";

    /// <inheritdoc />
    public override string Paper => "Chen, Xie and He 2021, https://arxiv.org/abs/2104.02057";

    /// <inheritdoc />
    public override string Help => "Predicts a slowly moving copy's view of the same synapse, and no other's of the batch.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        MethodParameter.Temperature(0.2, "authors 0.2 for transformers, 1 for convolutional networks at batches of 4096"),
        MethodParameter.ProjectionHidden(4096, "paper 4096"),
        MethodParameter.ProjectionOutput(256, "paper 256"),
        MethodParameter.ProjectionLayers(2, "paper 2 for convolutional networks, 3 for transformers"),
        MethodParameter.PredictorHidden(4096, "paper 4096"),
        MethodParameter.EncoderMomentum(0.99, "paper 0.99, rising to 1"),
    ];

    /// <summary>Both views go through the momentum encoder too.</summary>
    public override MethodCost Cost => new(Trained: 2, Targets: 2);

    /// <inheritdoc />
    public override int Negatives(int batchSize, MethodParameters values) => batchSize - 1;

    /// <summary>Both directions at chance.</summary>
    public override double? ChanceLoss(int batchSize, MethodParameters values) =>
        2 * InfoNceOverBatch.AtChance(batchSize, values.Of(this, nameof(MethodParameter.Temperature)));

    /// <summary>Both directions at their least.</summary>
    public override double? LeastLoss(int batchSize, MethodParameters values) =>
        2 * InfoNceOverBatch.Least(batchSize, values.Of(this, nameof(MethodParameter.Temperature)));

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator)
    {
        int output = values.Whole(this, nameof(MethodParameter.ProjectionOutput));
        int[] predictor = [output, values.Whole(this, nameof(MethodParameter.PredictorHidden)), output];
        return new MoCoV3(
            backbone,
            new MlpHead(new(ProjectionWidths(backbone, values), MlpHeadEnd.Norm), generator),
            new MlpHead(new(predictor, MlpHeadEnd.LinearWithoutBias), generator),
            values.Of(this, nameof(MethodParameter.Temperature)),
            values.Of(this, nameof(MethodParameter.EncoderMomentum)));
    }
}
