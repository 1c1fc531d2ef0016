using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>Backbone and projection head as trained together. Keys backbone.…, projection.layers.….</summary>
public sealed class ContrastiveModel : nn.Module<Tensor, Tensor>
{
    /// <summary>Takes over both parts.</summary>
    public ContrastiveModel(Backbone backbone, ProjectionHead projection)
        : base(nameof(ContrastiveModel))
    {
        (Backbone, Projection) = (backbone, projection);
        register_module("backbone", backbone);
        register_module("projection", projection);
    }

    /// <summary>Cubes → embeddings h.</summary>
    public Backbone Backbone { get; }

    /// <summary>Embeddings h → projections z.</summary>
    public ProjectionHead Projection { get; }

    /// <summary>Cubes (N, C, D, H, W) → projections z (N, o).</summary>
    public override Tensor forward(Tensor input)
    {
        using var embeddings = Backbone.call(input); // (N, d)
        return Projection.call(embeddings);
    }
}
