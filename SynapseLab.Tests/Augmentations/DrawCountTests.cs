using SynapseLab.Engine.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Augmentations;

/// <summary>How many numbers a transform draws must depend neither on the numbers nor on the cubes.</summary>
public sealed class DrawCountTests
{
    private static readonly (string Name, Func<double, object> Of)[] s_transforms =
    [
        ("flip", p => new RandomFlip(p)),
        ("rotation90", p => new RandomRotation90(p)),
        ("single rotation90", _ => new RandomSingleRotation90()),
        ("small rotation", p => new RandomSmallRotation(15 * p)),
        ("rigid motion", p => new RandomRigidMotion(p)),
        ("crop", p => new RandomCropResize(p, 0.5, 1)),
        ("noise", p => new RandomNoise(p, 0, 0.1)),
        ("multiplicative noise", p => new RandomMultiplicativeNoise(0, p)),
        ("contrast and brightness", p => new RandomContrastBrightness(p, 0.5, 2, 0.1)),
        ("contrast", p => new RandomContrast(1 - (p / 2), 1)),
        ("brightness", p => new RandomBrightness(p)),
        ("gain and offset", p => new RandomGainOffset(p, p)),
        ("gamma", p => new RandomGamma(p, 0.5, 2)),
        ("salt and pepper", p => new RandomSaltAndPepper(p, 0.1, 0.2)),
        ("curve", p => new RandomIntensityCurve(p, 0.9, 1.1, false)),
        ("curve per section", p => new RandomIntensityCurve(p, 0.9, 1.1, true)),
        ("blur", p => new RandomBlur(p, 0, 1)),
        ("blur of choice", p => new RandomBlurOfChoice(p, [0.25, 0.5])),
        ("corner", p => new RandomCornerCutOut(p, 0.5)),
        ("box", p => new RandomBoxCutOut(p, 0.2, 0.9)),
        ("section", p => new RandomSectionCutOut(p)),
        ("cleft", p => new RandomCleftDropout(p, 0.1, 0.3)),
    ];

    public static TheoryData<string> Names => [.. s_transforms.Select(transform => transform.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_WhateverHappens_LeavesBothGeneratorsAtTheSamePlace(string name)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(3);
        var of = s_transforms.Single(transform => transform.Name == name).Of;
        var noise = rand(3, 3, 6, 6, 6, generator: generator);

        var never = NextDraws(of(0), zeros(3, 3, 6, 6, 6));
        Assert.Equal(never, NextDraws(of(1), noise));
        Assert.Equal(never, NextDraws(of(0.5), noise));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_Always_LeavesItsInputAlone(string name)
    {
        using var scope = NewDisposeScope();
        using var random = new ViewRandomness(8, CPU);
        var cubes = rand(3, 3, 6, 6, 6, generator: random.Voxels);
        var copy = cubes.clone();
        object transform = s_transforms.Single(candidate => candidate.Name == name).Of(1);

        using var view = Apply(transform, cubes, random);
        Assert.True(cubes.equal(copy));
        Assert.Equal(transform is IIntensityTransform ? [3, 1, 6, 6, 6] : transform is IMaskTransform ? [3, 2, 6, 6, 6] : cubes.shape, view.shape);
    }

    private static (float Decision, float Voxel) NextDraws(object transform, Tensor cubes)
    {
        using var random = new ViewRandomness(8, CPU);
        using var view = Apply(transform, cubes, random);
        return (rand(1, generator: random.Decisions).ToSingle(), rand(1, generator: random.Voxels).ToSingle());
    }

    private static Tensor Apply(object transform, Tensor cubes, ViewRandomness random) => transform switch
    {
        IGeometryTransform geometry => geometry.Apply(cubes, random),
        IIntensityTransform intensity => intensity.Apply(cubes.narrow(1, 0, 1), random),
        IMaskTransform masks => masks.Apply(cubes.narrow(1, 1, 2), random),
        _ => throw new ArgumentException("Not a transform.", nameof(transform)),
    };
}
