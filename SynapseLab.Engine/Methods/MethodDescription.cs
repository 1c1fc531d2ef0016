using SynapseLab.Engine.Models;
using TorchSharp;

namespace SynapseLab.Engine.Methods;

/// <summary>
/// What there is to know of a method before it is built. A subclass with a constructor without parameters, anywhere in this
/// assembly, is all that a new method needs: command line, form and trainer find it through <see cref="MethodCatalogue"/>.
/// </summary>
public abstract class MethodDescription
{
    /// <summary>Its name in options, lower case.</summary>
    public abstract string Name { get; }

    /// <summary>Its name in the literature.</summary>
    public abstract string Title { get; }

    /// <summary>Authors, year, address.</summary>
    public abstract string Paper { get; }

    /// <summary>What it learns from, in one sentence.</summary>
    public abstract string Help { get; }

    /// <summary>Its settings with their defaults.</summary>
    public abstract IReadOnlyList<MethodParameter> Parameters { get; }

    /// <summary>What a step costs; by default both views of a cube are trained on, and there is no second network.</summary>
    public virtual MethodCost Cost => new(Trained: 2);

    /// <summary>Negatives that each view meets in a step; 0 for methods without.</summary>
    public virtual int Negatives(int batchSize, MethodParameters values) => 0;

    /// <summary>The loss of a network that tells nothing apart; null where there is no such figure.</summary>
    public virtual double? ChanceLoss(int batchSize, MethodParameters values) => null;

    /// <summary>The loss of a network that tells all cubes apart as well as can be; null where there is no such figure.</summary>
    public virtual double? LeastLoss(int batchSize, MethodParameters values) => null;

    /// <summary>Widths of a projection head behind a backbone: d, the hidden layers, o.</summary>
    protected int[] ProjectionWidths(Backbone backbone, MethodParameters values)
    {
        int hidden = values.Whole(this, nameof(MethodParameter.ProjectionHidden));
        int layers = values.Whole(this, nameof(MethodParameter.ProjectionLayers));
        return [backbone.Options.FeatureDimension, .. Enumerable.Repeat(hidden, layers - 1), values.Whole(this, nameof(MethodParameter.ProjectionOutput))];
    }

    /// <summary>Builds the method; first weights are drawn from <paramref name="generator"/> (CPU).</summary>
    /// <param name="backbone">Taken over.</param>
    /// <param name="values">What was set; <see cref="MethodParameters"/> gives a parameter's value or default.</param>
    /// <param name="generator">For the first weights of what stands around the backbone.</param>
    public abstract Method Create(Backbone backbone, MethodParameters values, torch.Generator generator);
}
