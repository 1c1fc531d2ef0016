using System.Numerics;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Turns each sample by a rotation uniform over all rotations and displaces it. Both in one reading: two would blur twice. What
/// comes in from outside mirrors the cube, which keeps the texture of tissue where edges would smear.
/// </summary>
/// <param name="Displacement">Displacements along z, y and x are uniform in ± this; 1 is half the cube's side.</param>
public sealed record RandomRigidMotion(double Displacement) : IGeometryTransform
{
    private const int Axes = 3;

    /// <inheritdoc />
    public Tensor Apply(Tensor cubes, ViewRandomness random)
    {
        int count = (int)cubes.shape[0];
        float[] turns = Draws.Uniform(count * Axes, 0, 1, random.Decisions);
        float[] shifts = Draws.Uniform(count * Axes, -Displacement, Displacement, random.Decisions); // (N, 3): z, y, x
        var motions = turns.Chunk(Axes).Zip(shifts.Chunk(Axes), (u, d) =>
            new RigidMotion(RigidMotion.FromUniform(u[0], u[1], u[2]), new Vector3(d[2], d[1], d[0])));
        return RigidMotion.Move(cubes, motions, GridSamplePaddingMode.Reflection);
    }
}
