using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Training;

/// <summary>Two linear layers, NT-Xent written out in float64.</summary>
internal sealed class PlainContrast : Method
{
    private readonly Sequential _layers;

    internal PlainContrast(bool normalises = false)
        : base(nameof(PlainContrast), Unused())
    {
        nn.Module<Tensor, Tensor> norm = normalises ? nn.BatchNorm1d(7) : nn.ReLU();
        (string, nn.Module<Tensor, Tensor>)[] layers = [("0", nn.Linear(5, 7)), ("1", norm), ("2", nn.ReLU()), ("3", nn.Linear(7, 4))];
        _layers = nn.Sequential(layers);
        register_module("layers", _layers);
        WeightInit.Kaiming(_layers, new Generator(1));
        _layers.to(float64);
    }

    public override Tensor[] Encode(Tensor inputs) => [_layers.call(inputs)];

    public override Tensor[] Target(Tensor inputs) => [inputs.sum(1)];

    public override Tensor Loss(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> targets)
    {
        var z = nn.functional.normalize(outputs[0], dim: 1);
        var similarity = z.matmul(z.t()) / 0.5;
        long rows = z.shape[0];
        var others = similarity.masked_fill(eye(rows, dtype: ScalarType.Bool), double.NegativeInfinity).logsumexp(1);
        return others.mean() - similarity.diagonal(rows / 2).mean();
    }

    /// <summary>Gradients of the parameters that have one.</summary>
    internal double[][] Gradients() =>
        [.. parameters().Where(parameter => parameter.grad is not null).Select(parameter => parameter.grad!.data<double>().ToArray())];

    private static Backbone Unused() => BackboneFactory.Describe("resnet3d18", "k7s2", 1, 1, true).Build(new Generator(0));
}
