using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Turns keep a cube's shape, and normalised coordinates keep their angles, only where its sides are equal.</summary>
internal static class CubicShape
{
    /// <summary>Lets (N, C, s, s, s) pass.</summary>
    /// <exception cref="ArgumentException">The sides differ.</exception>
    internal static void Require(Tensor cubes)
    {
        if (cubes.shape[2] != cubes.shape[3] || cubes.shape[3] != cubes.shape[4])
        {
            throw new ArgumentException($"Expected cubes of equal sides, got ({string.Join(", ", cubes.shape)}).", nameof(cubes));
        }
    }
}
