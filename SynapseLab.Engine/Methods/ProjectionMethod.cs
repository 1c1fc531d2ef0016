using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods;

/// <summary>A method whose loss sees projections of views, and no predictor between. Keys backbone.…, projection.layers.….</summary>
public abstract class ProjectionMethod : Method
{
    private readonly nn.Module<Tensor, Tensor> _projection;

    /// <summary>Takes both networks over.</summary>
    /// <param name="name">Of the method, for messages.</param>
    /// <param name="backbone">Cubes → h.</param>
    /// <param name="projection">h → z.</param>
    protected ProjectionMethod(string name, Backbone backbone, nn.Module<Tensor, Tensor> projection)
        : base(name, backbone)
    {
        _projection = projection;
        register_module("projection", projection);
    }

    /// <summary>Views (M, C, D, H, W) → projections z (M, o).</summary>
    public override Tensor[] Encode(Tensor inputs)
    {
        using var embeddings = Backbone.call(inputs); // (M, d)
        return [_projection.call(embeddings)];
    }
}
