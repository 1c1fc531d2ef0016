using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods;

/// <summary>
/// A second backbone and head that follow the trained ones slowly and give the targets (He et al. 2020, MoCo,
/// https://arxiv.org/abs/1911.05722 eq. 2). It begins as their copy; no gradient reaches it. Parameters follow; the running
/// statistics of its batch norms are its own, from its own passes. A backbone that is frozen is so before it is copied. Keys
/// backbone.…, projection.….
/// </summary>
internal sealed class MomentumEncoder : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module[] _trained;
    private readonly Backbone _backbone;
    private readonly MlpHead _projection;

    /// <summary>Copies both networks; they stay the caller's.</summary>
    internal MomentumEncoder(Backbone backbone, MlpHead projection)
        : base(nameof(MomentumEncoder))
    {
        _trained = [backbone, projection];
        using var unused = new Generator(0); // the drawn weights are overwritten
        _backbone = backbone.Options.Build(unused);
        _projection = new MlpHead(projection.Shape, unused);
        register_module("backbone", _backbone);
        register_module("projection", _projection);
        _backbone.load_state_dict(backbone.state_dict());
        _backbone.Freeze(backbone.Freezing); // batch norms that stand still stand still in the copy too
        _projection.load_state_dict(projection.state_dict());
        foreach (var parameter in parameters())
        {
            parameter.requires_grad_(false);
        }
    }

    /// <summary>Views (M, C, D, H, W) → projections (M, o).</summary>
    public override Tensor forward(Tensor input)
    {
        using var embeddings = _backbone.call(input); // (M, d)
        return _projection.call(embeddings);
    }

    /// <summary>Every parameter becomes m·itself + (1 − m)·the trained one. Call under no_grad.</summary>
    /// <param name="momentum">m, 0 … 1; 1 stands still.</param>
    internal void Follow(double momentum)
    {
        foreach (var (own, trained) in parameters().Zip(_trained.SelectMany(module => module.parameters())))
        {
            own.mul_(momentum).add_(trained, 1 - momentum);
        }
    }

    /// <summary>Momentum that rises along half a cosine to 1: 1 − (1 − m)·(1 + cos πf)/2 (Grill et al. 2020, BYOL, https://arxiv.org/abs/2006.07733 §3.3).</summary>
    /// <param name="momentum">m at the run's beginning.</param>
    /// <param name="fraction">f, how much of the run is done, 0 … 1.</param>
    internal static double Rising(double momentum, double fraction) => 1 - ((1 - momentum) * (1 + Math.Cos(Math.PI * fraction)) / 2);
}
