using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods;

/// <summary>
/// A self-supervised method: what is trained around a backbone, and the loss of a batch. It is split where a batch can be cut:
/// <see cref="Encode"/> and <see cref="Target"/> work row by row and may see the batch in parts, <see cref="Loss"/> sees it whole.
/// All it learns or remembers is a parameter, buffer or submodule, so that a checkpoint of its state dict resumes it.
/// </summary>
public abstract class Method : nn.Module
{
    /// <summary>Takes the backbone over, under the key <c>backbone</c>.</summary>
    protected Method(string name, Backbone backbone)
        : base(name)
    {
        Backbone = backbone;
        register_module("backbone", backbone);
    }

    /// <summary>Cubes → embeddings h; what remains after training.</summary>
    public Backbone Backbone { get; }

    /// <summary>Rows of <see cref="Inputs"/> per cube: 2 for methods that compare two views.</summary>
    public virtual int ViewsPerCube => 2;

    /// <summary>Cubes (N, C, D, H, W) → what the networks see, (V·N, …): all first views, then all second ones.</summary>
    public virtual Tensor Inputs(Tensor cubes, ViewPair augmentation, ViewRandomness random)
    {
        using var scope = NewDisposeScope();
        var first = augmentation.First.Apply(cubes, random);
        var second = augmentation.Second.Apply(cubes, random);
        return cat([first, second]).MoveToOuterDisposeScope(); // (2N, C, D, H, W)
    }

    /// <summary>Inputs (M, …) → what the loss needs of them, with gradients: tensors of M rows in the inputs' order.</summary>
    public abstract Tensor[] Encode(Tensor inputs);

    /// <summary>Inputs (M, …) → what the loss needs of them without gradients, as from a momentum encoder: tensors of M rows. Called under no_grad.</summary>
    public virtual Tensor[] Target(Tensor inputs) => [];

    /// <summary>The loss of a whole batch, a scalar: float32, or float64 where the networks are.</summary>
    /// <param name="outputs">Those of <see cref="Encode"/> for all V·N rows.</param>
    /// <param name="targets">Those of <see cref="Target"/> for all V·N rows.</param>
    public abstract Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets);

    /// <summary>What follows an optimiser's step, as moving a momentum encoder or a queue. Called under no_grad.</summary>
    /// <param name="targets">The step's targets.</param>
    /// <param name="fraction">How much of the run is done, 0 … 1.</param>
    public virtual void AfterStep(IReadOnlyList<Tensor> targets, double fraction)
    {
    }
}
