using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods.MoCoV2;

/// <summary>MoCo v2, its queue cut to sets of hundreds of synapses: one that is longer than the set holds every synapse as its own negative.</summary>
internal sealed class MoCoV2Description : MethodDescription
{
    private const string QueueSize = "QueueSize";

    /// <inheritdoc />
    public override string Name => "moco2";

    /// <inheritdoc />
    public override string Title => "MoCo v2";

    /// <inheritdoc />
    public override string Paper => "Chen et al. 2020, https://arxiv.org/abs/2003.04297";

    /// <inheritdoc />
    public override string Help => "As SimCLR, but the negatives come from a queue of earlier steps: many of them with a small batch.";

    /// <inheritdoc />
    public override IReadOnlyList<MethodParameter> Parameters { get; } =
    [
        MethodParameter.Temperature(0.2, "paper 0.2"),
        MethodParameter.ProjectionHidden(2048, "paper 2048"),
        MethodParameter.ProjectionOutput(128, "paper 128"),
        MethodParameter.ProjectionLayers(2, "paper 2"),
        MethodParameter.EncoderMomentum(0.99, "paper 0.999, over 100 times as many steps"),
        new(QueueSize, "Queue", "keys", "Keys of earlier steps that each view must tell apart; a step adds two a cube. Stay well below twice the number of synapses, or each meets itself as a negative.",
            256, 1, 1_048_576, "paper 65536, of 1.28 million images", IsWhole: true),
    ];

    /// <summary>Both views go through the momentum encoder too.</summary>
    public override MethodCost Cost => new(Trained: 2, Targets: 2);

    /// <inheritdoc />
    public override int Negatives(int batchSize, MethodParameters values) => values.Whole(this, QueueSize);

    /// <inheritdoc />
    public override double? ChanceLoss(int batchSize, MethodParameters values) => InfoNceOverQueue.AtChance(values.Whole(this, QueueSize));

    /// <inheritdoc />
    public override double? LeastLoss(int batchSize, MethodParameters values) =>
        InfoNceOverQueue.Least(values.Whole(this, QueueSize), values.Of(this, nameof(MethodParameter.Temperature)));

    /// <inheritdoc />
    public override Method Create(Backbone backbone, MethodParameters values, torch.Generator generator) => new MoCoV2(
        backbone,
        new MlpHead(new(ProjectionWidths(backbone, values), HiddenNorm: false), generator),
        values.Whole(this, QueueSize),
        values.Of(this, nameof(MethodParameter.Temperature)),
        values.Of(this, nameof(MethodParameter.EncoderMomentum)),
        generator);
}
