using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// A network from cubes (N, C, D, H, W) to embeddings (N, d). A family gives the feature maps and its four stages; scaling of
/// the input, pooling and freezing are the same for all.
/// </summary>
public abstract class Backbone : nn.Module<Tensor, Tensor>
{
    private nn.Module[] _frozen = [];

    private protected Backbone(BackboneOptions options)
        : base(options.Name) => Options = options;

    /// <summary>The shape of this network.</summary>
    public BackboneOptions Options { get; }

    /// <summary>The name on the command line.</summary>
    public string Name => Options.Name;

    /// <summary>Channels of the cubes it takes.</summary>
    public int InputChannels => Options.InputChannels;

    /// <summary>Length d of an embedding.</summary>
    public int FeatureDimension => Options.FeatureDimension;

    /// <summary>What does not train; nothing at first.</summary>
    public Freezing Freezing { get; private set; } = Freezing.None;

    /// <summary>Name of the weight that meets the cube's channels.</summary>
    internal abstract string FirstConvolution { get; }

    /// <summary>The modules of each of the four stages.</summary>
    private protected abstract IReadOnlyList<IReadOnlyList<nn.Module>> Stages { get; }

    /// <summary>Cubes (N, C, D, H, W), raw in [0, 1] → embeddings (N, d).</summary>
    /// <exception cref="EngineException">The cubes have other channels, or a size that the network cannot take.</exception>
    public sealed override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Options.Pooling.Apply(FeatureMaps(input)).MoveToOuterDisposeScope(); // (N, d)
    }

    /// <summary>Cubes (N, C, D, H, W), raw in [0, 1] → the last feature maps, before pooling: (N, C', D', H', W').</summary>
    /// <exception cref="EngineException">As <see cref="forward"/>.</exception>
    public Tensor FeatureMaps(Tensor cubes)
    {
        if (cubes.shape is not [_, var channels, _, _, _] || channels != InputChannels)
        {
            throw new EngineException($"Expected cubes (N, {InputChannels}, D, H, W) for {Name}, got ({string.Join(", ", cubes.shape)}); prepare cubes with these channels.");
        }

        using var scope = NewDisposeScope();
        return Maps(Options.Scaling.Apply(cubes)).MoveToOuterDisposeScope();
    }

    /// <summary>Lets only the parts named train. Weights of the others take no gradient, and their batch norms stay in eval mode.</summary>
    /// <exception cref="EngineException">The stage is none of −1, 1 … 4.</exception>
    public void Freeze(Freezing freezing)
    {
        freezing.RequireValid();
        var trained = Trained(freezing);
        bool mode = training;
        foreach (var part in modules())
        {
            bool trains = trained.Contains(part);
            foreach (var parameter in part.parameters(recurse: false))
            {
                parameter.requires_grad = trains;
            }
        }

        // Leaves only: train() of a container reaches the parts below it, trained ones too.
        _frozen = [.. modules().Where(part => !trained.Contains(part) && !part.children().Any())];
        Freezing = freezing;
        train(mode);
    }

    /// <inheritdoc />
    public override void train(bool mode = true)
    {
        base.train(mode);
        foreach (var part in _frozen)
        {
            part.eval();
        }
    }

    /// <summary>Scaled cubes → feature maps.</summary>
    private protected abstract Tensor Maps(Tensor cubes);

    private HashSet<nn.Module> Trained(Freezing freezing) => freezing switch
    {
        { FreezeBackbone: true } => [],
        { StageToFinetune: Freezing.AllStages } => [.. modules()],
        _ => [.. Stages[freezing.StageToFinetune - 1].SelectMany(part => part.modules().Prepend(part))],
    };
}
