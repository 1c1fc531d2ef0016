using System.Numerics;
using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

public sealed class GeometryTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly ViewRandomness _random = new(11, CPU);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Move_QuarterTurns_AreThoseOfRot90()
    {
        var cubes = Cubes(3, 5);
        var moved = Move(cubes, RigidMotion.FromAngles(90, 0, 0), RigidMotion.FromAngles(0, 90, 0), RigidMotion.FromAngles(0, 0, 90));
        var turned = RandomRotation90.Rotate(cubes, [[1, 0, 0], [0, 3, 0], [0, 0, 1]]); // y points from z to x: the other way round in ZX

        Assert.True(moved.narrow(1, 0, 1).allclose(turned.narrow(1, 0, 1), 0, 1e-5));
        Assert.True(moved.narrow(1, 1, 2).equal(turned.narrow(1, 1, 2)));
    }

    [Fact]
    public void Move_LinearField_IsReadAtTheTurnedPlaces()
    {
        const float degrees = 12;
        var field = LinearField(9);
        var moved = Move(field, RigidMotion.FromAngles(degrees, 0, 0));
        (float sin, float cos) = MathF.SinCos(float.DegreesToRadians(degrees));

        // Trilinear reading reproduces a linear field; centre at voxel 4, about z: x' = x·cos − y·sin, y' = x·sin + y·cos.
        foreach ((int z, int y, int x) in ((int, int, int)[])[(4, 4, 4), (4, 4, 6), (2, 3, 5), (6, 6, 3)])
        {
            float turnedX = ((x - 4) * cos) - ((y - 4) * sin) + 4;
            float turnedY = ((x - 4) * sin) + ((y - 4) * cos) + 4;
            Assert.Equal((100 * z) + (10 * turnedY) + turnedX, moved[0, 0, z, y, x].ToDouble(), 0.01);
        }
    }

    [Fact]
    public void Move_ThereAndBack_GivesTheInnerFieldBack()
    {
        var rotation = RigidMotion.FromAngles(14, -11, 8);
        var field = LinearField(13);
        var back = Move(Move(field, rotation), Quaternion.Conjugate(rotation));

        Assert.True(Inner(back).allclose(Inner(field), 0, 0.01));
        Assert.False(Inner(Move(field, rotation)).allclose(Inner(field), 0, 0.01));
    }

    [Fact]
    public void Move_DisplacementByOneVoxel_ShiftsAndMirrorsTheEdge()
    {
        var cubes = arange(64).to(ScalarType.Float32).reshape(1, 1, 4, 4, 4);
        var motion = new RigidMotion(Quaternion.Identity, new Vector3(0.5f, 0, 0)); // half of half a side of 4: one voxel along x
        var moved = RigidMotion.Move(cubes, [motion], GridSamplePaddingMode.Reflection);

        Assert.Equal([1, 2, 3, 3, 5, 6, 7, 7], Values(moved).Take(8).Select(value => MathF.Round(value, 3)));
    }

    [Fact]
    public void FromUniform_ManyDraws_CoverAllDirectionsAlike()
    {
        float[][] numbers = [.. Draws.Uniform(3 * 4000, 0, 1, _random.Decisions).Chunk(3)];
        Quaternion[] rotations = [.. numbers.Select(u => RigidMotion.FromUniform(u[0], u[1], u[2]))];
        Vector3[] turned = [.. rotations.Select(q => Vector3.Transform(Vector3.UnitX, q))];

        Assert.All(rotations, q => Assert.Equal(1, q.Length(), 1e-5));
        foreach (var part in (Func<Vector3, float>[])[v => v.X, v => v.Y, v => v.Z])
        {
            Assert.Equal(0, turned.Average(part), 0.04);
            Assert.Equal(1.0 / 3, turned.Average(v => part(v) * part(v)), 0.02);
        }
    }

    [Fact]
    public void SmallRotation_OfAConstantCube_RepeatsTheEdge()
    {
        var turned = new RandomSmallRotation(15).Apply(ones(2, 3, 6, 6, 6), _random);

        Assert.True(turned.allclose(ones(2, 3, 6, 6, 6), 0, 1e-5));
    }

    [Fact]
    public void Rotations_Masks_StayBinaryAndMove()
    {
        var cubes = Cubes(4, 8);
        foreach (IGeometryTransform transform in (IGeometryTransform[])[new RandomSmallRotation(15), new RandomRigidMotion(0.2)])
        {
            var masks = transform.Apply(cubes, _random).narrow(1, 1, 2);
            Assert.All(Values(masks), value => Assert.True(value is 0 or 1));
            Assert.False(masks.equal(cubes.narrow(1, 1, 2)));
        }
    }

    [Fact]
    public void SingleRotation90_EachSample_IsTurnedOnceInOnePlane()
    {
        var cube = Cubes(1, 4);
        var turned = new RandomSingleRotation90().Apply(cube.expand(60, -1, -1, -1, -1).contiguous(), _random);
        Tensor[] possible = [.. Enumerable.Range(0, 3).SelectMany(plane => Enumerable.Range(1, 3).Select(quarters =>
            RandomRotation90.Rotate(cube, [[.. Enumerable.Range(0, 3).Select(p => p == plane ? quarters : 0)]]).select(0, 0)))];

        int[] found = [.. Enumerable.Range(0, 60).Select(i => Array.FindIndex(possible, candidate => candidate.equal(turned.select(0, i))))];
        Assert.Equal(Enumerable.Range(0, 9), found.Distinct().Order());
    }

    private static Tensor Move(Tensor cubes, params Quaternion[] rotations) =>
        RigidMotion.Move(cubes, rotations.Select(q => new RigidMotion(q, Vector3.Zero)), GridSamplePaddingMode.Border);

    /// <summary>(1, 1, s, s, s) with 100·z + 10·y + x.</summary>
    private static Tensor LinearField(int size)
    {
        var places = arange(size).to(ScalarType.Float32);
        return (places.reshape(1, 1, size, 1, 1) * 100) + (places.reshape(1, 1, 1, size, 1) * 10) + places.reshape(1, 1, 1, 1, size);
    }

    private static Tensor Inner(Tensor cubes) => cubes.narrow(2, 4, 5).narrow(3, 4, 5).narrow(4, 4, 5);

    /// <summary>(N, 3, s, s, s): raw uniform, masks 0 or 1.</summary>
    private Tensor Cubes(int count, int size)
    {
        var masks = (rand(count, 2, size, size, size, generator: _random.Voxels) > 0.6).to(ScalarType.Float32);
        return cat([rand(count, 1, size, size, size, generator: _random.Voxels), masks], 1);
    }

    private static float[] Values(Tensor x) => x.contiguous().data<float>().ToArray();
}
