using SynapseLab.Engine.Losses;
using SynapseLab.Engine.Models;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MoCoV2;

/// <summary>
/// MoCo v2 (Chen et al. 2020, https://arxiv.org/abs/2003.04297; He et al. 2020, https://arxiv.org/abs/1911.05722): each view must
/// find its cube's other view, as a momentum encoder sees it, among keys of earlier steps. Both views ask and both views' keys
/// are kept, as in the authors' symmetric variant, where the paper lets the first view ask only. Keys backbone.…,
/// projection.layers.…, momentum.…, queue.….
/// </summary>
public sealed class MoCoV2 : ProjectionMethod
{
    private readonly MomentumEncoder _encoder;
    private readonly KeyQueue _queue;
    private readonly double _temperature;
    private readonly double _momentum;

    /// <summary>Takes both networks over.</summary>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    /// <param name="queueSize">Keys that are kept, K ≥ 1.</param>
    /// <param name="temperature">T of InfoNCE, &gt; 0.</param>
    /// <param name="momentum">Of the momentum encoder, 0 … 1, the same all through the run.</param>
    /// <param name="generator">Draws the first content of the queue.</param>
    public MoCoV2(Backbone backbone, MlpHead projection, int queueSize, double temperature, double momentum, Generator generator)
        : base(nameof(MoCoV2), backbone, projection)
    {
        (_temperature, _momentum) = (temperature, momentum);
        _encoder = new MomentumEncoder(backbone, projection);
        _queue = new KeyQueue(queueSize, projection.Shape.Widths[^1], generator);
        register_module("momentum", _encoder);
        register_module("queue", _queue);
    }

    /// <summary>Views (M, C, D, H, W) → keys (M, o).</summary>
    public override Tensor[] Target(Tensor inputs) => [_encoder.call(inputs)];

    /// <inheritdoc />
    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var queries = outputs[0].chunk(2); // 2 × (N, o)
        var keys = targets[0].chunk(2); // 2 × (N, o)
        return (InfoNceOverQueue.Loss(queries[0], keys[1], _queue.Keys, _temperature)
            + InfoNceOverQueue.Loss(queries[1], keys[0], _queue.Keys, _temperature)) / 2;
    }

    /// <inheritdoc />
    public override void AfterStep(IReadOnlyList<Tensor> targets, double fraction)
    {
        _encoder.Follow(_momentum);
        _queue.Add(targets[0]);
    }
}
