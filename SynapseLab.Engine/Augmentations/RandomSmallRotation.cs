using System.Numerics;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Turns each sample a little about each axis; what comes in from outside repeats the cube's edge.</summary>
/// <param name="RangeDegrees">Angles about z, y and x are uniform in ± this; the seed's 15.</param>
public sealed record RandomSmallRotation(double RangeDegrees) : IGeometryTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        float[] degrees = Draws.Uniform((int)cubes.shape[0] * Axes, -RangeDegrees, RangeDegrees, random.Decisions); // (N, 3): z, y, x
        return Rotate(cubes, [.. degrees.Chunk(Axes)]);
    }

    /// <summary>Turns sample i by the angles (z, y, x) <paramref name="degrees"/>[i].</summary>
    internal static Tensor Rotate(Tensor cubes, IReadOnlyList<float[]> degrees) => RigidMotion.Move(
        cubes,
        degrees.Select(angles => new RigidMotion(RigidMotion.FromAngles(angles[0], angles[1], angles[2]), Vector3.Zero)),
        GridSamplePaddingMode.Border);
}
