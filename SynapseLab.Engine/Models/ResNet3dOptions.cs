using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>How the first layers look.</summary>
public enum ResNet3dStem
{
    /// <summary>Kernel (3, 7, 7), stride (1, 2, 2), padding (1, 3, 3), no pooling: torchvision's r3d_18, what the original ran.</summary>
    R3d,

    /// <summary>Kernel 7, stride 2, padding 3, then optionally max-pool kernel 3, stride 2.</summary>
    K7S2,
}

/// <summary>The shape of a 3D residual network (domain §7).</summary>
/// <param name="Depth">18, 34 (basic blocks) or 50 (bottlenecks).</param>
/// <param name="InputChannels">Channels of a cube.</param>
/// <param name="Width">Feature maps of the first stage; stages have width·{1, 2, 4, 8}.</param>
/// <param name="Stem">First layers.</param>
/// <param name="StemMaxPool">Whether the K7S2 stem pools; ignored by R3d.</param>
public sealed record ResNet3dOptions(int Depth, int InputChannels = 3, int Width = 64, ResNet3dStem Stem = ResNet3dStem.R3d, bool StemMaxPool = true)
    : BackboneOptions(InputChannels)
{
    /// <inheritdoc />
    public override string Name => $"resnet3d{Depth}";

    /// <inheritdoc />
    public override string Words => $"a {Name} of width {Width} with stem {(Stem == ResNet3dStem.R3d ? "r3d" : "k7s2")} and normalisation {Normalisation.Word()}";

    /// <summary>Whether blocks are 1-3-1 bottlenecks, with four times the width at their end.</summary>
    public bool HasBottlenecks => Depth == 50;

    /// <summary>8·width maps, or 32·width with bottlenecks, times what the pooling leaves of each.</summary>
    public override int FeatureDimension => (int)(8 * Width * (HasBottlenecks ? Bottleneck.Expansion : 1) * Pooling.ValuesPerMap(voxels: 1));

    /// <summary>Blocks in each of the four stages.</summary>
    /// <exception cref="EngineException">The depth is not 18, 34 or 50.</exception>
    public IReadOnlyList<int> BlocksPerStage => Depth switch
    {
        18 => [2, 2, 2, 2],
        34 or 50 => [3, 4, 6, 3],
        _ => throw new EngineException($"Expected a 3D ResNet of depth 18, 34 or 50, got {Depth}."),
    };

    /// <inheritdoc />
    public override Backbone Build(Generator generator) => new ResNet3d(this, generator);
}
