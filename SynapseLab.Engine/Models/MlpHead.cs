using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>How an <see cref="MlpHead"/> ends.</summary>
public enum MlpHeadEnd
{
    /// <summary>With a linear layer and its bias.</summary>
    Linear,

    /// <summary>With a linear layer without bias.</summary>
    LinearWithoutBias,

    /// <summary>With batch norm that learns no scale and no shift.</summary>
    Norm,
}

/// <summary>The shape of an <see cref="MlpHead"/>.</summary>
/// <param name="Widths">Input, hidden layers, output; two or more.</param>
/// <param name="End">What comes last.</param>
/// <param name="HiddenNorm">Whether hidden layers have batch norm before their ReLU.</param>
public sealed record MlpHeadShape(IReadOnlyList<int> Widths, MlpHeadEnd End = MlpHeadEnd.Linear, bool HiddenNorm = true);

/// <summary>A projection head or predictor of any number of linear layers. Keys layers.0, layers.1, … in order, ReLUs counted.</summary>
public sealed class MlpHead : nn.Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    /// <summary>Builds the head; weights are drawn from <paramref name="generator"/> (CPU).</summary>
    public MlpHead(MlpHeadShape shape, Generator generator)
        : base(nameof(MlpHead))
    {
        Shape = shape;
        _layers = Layers(shape);
        register_module("layers", _layers);
        WeightInit.Kaiming(this, generator);
    }

    /// <summary>The shape of this head.</summary>
    public MlpHeadShape Shape { get; }

    /// <summary>(N, first width) → (N, last width).</summary>
    public override Tensor forward(Tensor input) => _layers.call(input);

    /// <summary>The layers of a shape, numbered from 0.</summary>
    internal static Sequential Layers(MlpHeadShape shape)
    {
        int last = shape.Widths.Count - 2;
        var layers = Enumerable.Range(0, last + 1).SelectMany(i =>
            i < last ? Hidden(shape.Widths[i], shape.Widths[i + 1], shape.HiddenNorm) : Final(shape.Widths[i], shape.Widths[i + 1], shape.End));
        return nn.Sequential(layers.Select((layer, number) => ($"{number}", layer)).ToArray());
    }

    // A batch norm takes the mean away: a bias before it would do nothing.
    private static IEnumerable<nn.Module<Tensor, Tensor>> Hidden(int from, int to, bool norm)
    {
        yield return nn.Linear(from, to, hasBias: !norm);
        if (norm)
        {
            yield return nn.BatchNorm1d(to);
        }

        yield return nn.ReLU(inplace: true);
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Final(int from, int to, MlpHeadEnd end)
    {
        yield return nn.Linear(from, to, hasBias: end == MlpHeadEnd.Linear);
        if (end == MlpHeadEnd.Norm)
        {
            yield return nn.BatchNorm1d(to, affine: false);
        }
    }
}
