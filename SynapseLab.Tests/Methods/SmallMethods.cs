using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Tests.Methods;

/// <summary>Every method around a backbone of width 2, with narrow heads, and a batch of 8³ cubes for it.</summary>
internal static class SmallMethods
{
    internal const int Batch = 4;

    internal static MethodParameters Parameters { get; } = MethodParameters.None
        .With("ProjectionHidden", 8).With("ProjectionOutput", 6).With("PredictorHidden", 7).With("QueueSize", 12).With("MaskPatch", 4);

    internal static Method Build(string name, string backboneName = "resnet3d18", Normalisation normalisation = Normalisation.Batch)
    {
        using var generator = new Generator(1);
        var backbone = (BackboneFactory.Describe(backboneName, "r3d", 3, 2, true) with { Normalisation = normalisation }).Build(generator);
        return MethodCatalogue.Find(name).Create(backbone, Parameters, generator);
    }

    /// <summary>What the method makes of random cubes.</summary>
    internal static Tensor Inputs(Method method, int size = 8, int cubes = Batch)
    {
        using var generator = new Generator(2);
        using var random = new ViewRandomness(3, CPU);
        return method.Inputs(rand([cubes, 3, size, size, size], generator: generator), ViewPair.Alike(AugmentationPresets.Seed), random);
    }

    /// <summary>The loss of inputs, as a step computes it, and the step's targets.</summary>
    internal static (Tensor Loss, Tensor[] Targets) Loss(Method method, Tensor inputs)
    {
        Tensor[] targets;
        using (no_grad())
        {
            targets = method.Target(inputs);
        }

        return (method.Loss(method.Encode(inputs), targets), targets);
    }

    internal static float[] Values(Tensor x) => x.detach().to(ScalarType.Float32).data<float>().ToArray();
}
