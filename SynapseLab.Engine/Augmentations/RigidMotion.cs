using System.Numerics;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Turns a cube about its centre and displaces it, in one reading.</summary>
/// <param name="Rotation">Voxel p of the result is read from the turned place.</param>
/// <param name="Displacement">(x, y, z) added to that place; 1 is half the cube's side.</param>
internal readonly record struct RigidMotion(Quaternion Rotation, Vector3 Displacement)
{
    /// <summary>Angles in degrees about the axes z, then y, then x.</summary>
    internal static Quaternion FromAngles(float z, float y, float x) =>
        About(Vector3.UnitZ, z) * About(Vector3.UnitY, y) * About(Vector3.UnitX, x);

    /// <summary>
    /// Three numbers uniform in [0, 1) → a rotation uniform over all rotations (K. Shoemake, Uniform Random Rotations, Graphics
    /// Gems III, 1992).
    /// </summary>
    internal static Quaternion FromUniform(float u1, float u2, float u3)
    {
        var (sin1, cos1) = MathF.SinCos(MathF.Tau * u2);
        var (sin2, cos2) = MathF.SinCos(MathF.Tau * u3);
        (float a, float b) = (MathF.Sqrt(1 - u1), MathF.Sqrt(u1));
        return new Quaternion(a * sin1, a * cos1, b * sin2, b * cos2);
    }

    /// <summary>Cubes (N, C, s, s, s), one motion each; raw trilinear, masks nearest.</summary>
    /// <param name="cubes">Moved; the input stays as it is.</param>
    /// <param name="motions">One a sample.</param>
    /// <param name="outside">What is read beyond the faces.</param>
    /// <exception cref="ArgumentException">The cubes' sides differ.</exception>
    internal static Tensor Move(Tensor cubes, IEnumerable<RigidMotion> motions, GridSamplePaddingMode outside)
    {
        using var grid = Resampling.Grid(cubes, [.. motions.Select(motion => motion.Map())]); // (N, s, s, s, 3)
        return Resampling.Read(cubes, grid, outside);
    }

    private static Quaternion About(Vector3 axis, float degrees) => Quaternion.CreateFromAxisAngle(axis, float.DegreesToRadians(degrees));

    /// <summary>3 × 4 on (x, y, z, 1): the columns are the turned unit vectors and the displacement.</summary>
    private float[] Map()
    {
        var x = Vector3.Transform(Vector3.UnitX, Rotation);
        var y = Vector3.Transform(Vector3.UnitY, Rotation);
        var z = Vector3.Transform(Vector3.UnitZ, Rotation);
        var d = Displacement;
        return [x.X, y.X, z.X, d.X, x.Y, y.Y, z.Y, d.Y, x.Z, y.Z, z.Z, d.Z];
    }
}
