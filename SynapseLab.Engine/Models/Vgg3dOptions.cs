using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>The shape of a VGG3D (domain §7), synister's network for synapses.</summary>
/// <param name="InputChannels">Channels of a cube; the public checkpoint has 1.</param>
/// <param name="Width">Feature maps of the first stage; stages have width·{1, 2, 4, 8}. Default 24.</param>
/// <param name="LayerNum">0-based index of the module of <c>features</c> whose output is pooled, 0 … 33; −1 is the last one.</param>
/// <param name="ClassCount">Classes of the classifier behind the features; 0 for none. Default 0.</param>
/// <param name="CubeSize">Side of the cubes, a multiple of 16; only the classifier and <see cref="FeaturePooling.Flatten"/> need it. Default 80.</param>
public sealed record Vgg3dOptions(int InputChannels = 1, int Width = 24, int LayerNum = -1, int ClassCount = 0, int CubeSize = 80)
    : BackboneOptions(InputChannels)
{
    /// <summary>Convolutions in each of the four stages.</summary>
    internal static readonly int[] ConvolutionsPerStage = [4, 2, 2, 2];

    /// <summary>Each stage halves: sides are multiples of this.</summary>
    internal const int SideFactor = 16;

    /// <summary>Modules of <c>features</c>: a convolution, a normalisation and a ReLU each, and a pooling each stage.</summary>
    internal const int LayerCount = 34;

    /// <inheritdoc />
    public override string Name => "vgg3d";

    /// <inheritdoc />
    public override string Words => $"a {Name} of width {Width} with normalisation {Normalisation.Word()}";

    /// <summary>Maps at <see cref="LayerNum"/>, times what the pooling leaves of each: 192 at the end, 96 at layer 20.</summary>
    public override int FeatureDimension
    {
        get
        {
            long side = CubeSize >> (Stage + (LastLayer == StageEnd(Stage) ? 1 : 0));
            return (int)((Width << Stage) * Pooling.ValuesPerMap(side * side * side));
        }
    }

    /// <summary>Index in <c>features</c> of the module whose output counts.</summary>
    internal int LastLayer => LayerNum == -1 ? LayerCount - 1 : LayerNum;

    /// <summary>Length of the flattened feature maps, the classifier's input: 24,000 at 80³.</summary>
    internal int ClassifierInput => (Width << 3) * (CubeSize / SideFactor) * (CubeSize / SideFactor) * (CubeSize / SideFactor);

    private int Stage => Enumerable.Range(0, ConvolutionsPerStage.Length).First(stage => LastLayer <= StageEnd(stage));

    /// <summary>Index of a stage's max-pool, which ends it: 12, 19, 26, 33.</summary>
    internal static int StageEnd(int stage) => ConvolutionsPerStage.Take(stage + 1).Sum(convolutions => (3 * convolutions) + 1) - 1;

    /// <inheritdoc />
    public override Backbone Build(Generator generator) => new Vgg3d(this, generator);

    /// <exception cref="EngineException">A value is out of range.</exception>
    internal void RequireValid()
    {
        if (LayerNum is < -1 or >= LayerCount)
        {
            throw new EngineException($"Expected a layer number of 0 … {LayerCount - 1}, or -1 for the last, of vgg3d, got {LayerNum}.");
        }

        if (CubeSize < SideFactor || CubeSize % SideFactor != 0)
        {
            throw new EngineException($"Expected a cube size that 16 divides for vgg3d, got {CubeSize}; prepare cubes of 16, 32, 48, 64 or 80.");
        }
    }
}
