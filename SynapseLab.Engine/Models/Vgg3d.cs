using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// The VGG of synister over cubes (Eckstein et al. 2024, https://doi.org/10.1016/j.cell.2024.03.016; Simonyan and Zisserman
/// 2015, https://arxiv.org/abs/1409.1556): four stages of 3-convolutions with bias, normalisation and ReLU, each ended by a
/// max-pool that halves. The public hemibrain weights expect raw in [−1, 1]: <see cref="InputScaling.SignedUnit"/>.
/// State-dict keys are PyTorch's: features.0 … features.33, and classifier.0, 3, 6 where there are classes.
/// </summary>
public sealed class Vgg3d : Backbone
{
    private const int ClassifierWidth = 4096;

    private readonly Vgg3dOptions _shape;
    private readonly List<nn.Module<Tensor, Tensor>> _layers;
    private readonly Sequential? _classifier;

    /// <summary>Builds the network and draws its weights from <paramref name="generator"/> (CPU).</summary>
    /// <exception cref="EngineException">Layer number or cube size is out of range.</exception>
    public Vgg3d(Vgg3dOptions options, Generator generator)
        : base(options)
    {
        options.RequireValid();
        _shape = options;
        _layers = [.. Enumerable.Range(0, 4).SelectMany(Stage)];
        register_module("features", nn.Sequential(_layers));
        if (options.ClassCount > 0)
        {
            _classifier = Classifier(options.ClassifierInput, options.ClassCount);
            register_module("classifier", _classifier);
        }

        WeightInit.Kaiming(this, generator);
    }

    internal override string FirstConvolution => "features.0.weight";

    private protected override IReadOnlyList<IReadOnlyList<nn.Module>> Stages =>
        [.. Enumerable.Range(0, 4).Select(stage => _layers[(stage == 0 ? 0 : Vgg3dOptions.StageEnd(stage - 1) + 1)..(Vgg3dOptions.StageEnd(stage) + 1)])];

    /// <summary>Cubes (N, C, s, s, s), raw in [0, 1] → scores of the classes (N, n), before softmax.</summary>
    /// <exception cref="EngineException">The network has no classifier or was not made to end at the last layer, or the cubes have another size.</exception>
    public Tensor Classify(Tensor cubes)
    {
        if (_classifier is null || _shape.LastLayer != Vgg3dOptions.LayerCount - 1)
        {
            throw new EngineException("Expected a vgg3d with classes and layer number -1, got one that gives features only; build it with a class count.");
        }

        RequireCubeSize(cubes.shape);
        using var scope = NewDisposeScope();
        return _classifier.call(FeatureMaps(cubes).flatten(1)).MoveToOuterDisposeScope(); // (N, 8w·(s/16)³) → (N, n)
    }

    private protected override Tensor Maps(Tensor cubes)
    {
        RequireSize(cubes.shape);
        var x = cubes;
        for (int i = 0; i <= _shape.LastLayer; i++)
        {
            var next = _layers[i].call(x);
            if (i > 0 && !ReferenceEquals(next, x))
            {
                x.Dispose(); // the backward pass keeps what it needs; in evaluation the memory is free at once
            }

            x = next;
        }

        return x;
    }

    /// <summary>Convolution, normalisation, ReLU as often as the stage has convolutions; then halves.</summary>
    private IEnumerable<nn.Module<Tensor, Tensor>> Stage(int stage)
    {
        int width = _shape.Width << stage;
        for (int i = 0; i < Vgg3dOptions.ConvolutionsPerStage[stage]; i++)
        {
            int inChannels = i > 0 ? width : stage > 0 ? width / 2 : _shape.InputChannels;
            yield return nn.Conv3d(inChannels, width, kernel_size: 3L, padding: 1);
            yield return NormalisationLayers.New(_shape.Normalisation, width);
            yield return nn.ReLU(inplace: true);
        }

        yield return nn.MaxPool3d(2);
    }

    private static Sequential Classifier(int inputs, int classes) => nn.Sequential(
        nn.Linear(inputs, ClassifierWidth),
        nn.ReLU(inplace: true),
        nn.Dropout(),
        nn.Linear(ClassifierWidth, ClassifierWidth),
        nn.ReLU(inplace: true),
        nn.Dropout(),
        nn.Linear(ClassifierWidth, classes));

    private void RequireSize(long[] shape)
    {
        if (shape[2..].Any(side => side == 0 || side % Vgg3dOptions.SideFactor != 0))
        {
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture, $"Expected cubes whose sides 16 divides for vgg3d, got {shape[2]} × {shape[3]} × {shape[4]} voxels; prepare cubes of 16, 32, 48, 64 or 80."));
        }

        if (_shape.Pooling == FeaturePooling.Flatten)
        {
            RequireCubeSize(shape);
        }
    }

    private void RequireCubeSize(long[] shape)
    {
        if (shape[2..].Any(side => side != _shape.CubeSize))
        {
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture, $"Expected cubes of {_shape.CubeSize}³ voxels, as the network was built for, got {shape[2]} × {shape[3]} × {shape[4]}."));
        }
    }
}
