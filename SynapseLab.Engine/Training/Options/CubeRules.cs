using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Methods.MaskedVolume;
using SynapseLab.Engine.Models;

namespace SynapseLab.Engine.Training;

/// <summary>What network, views and method demand of the cubes: what would end a run at its first batch, and what goes but was made for others.</summary>
public static class CubeRules
{
    private const int CleftChannel = 2;

    private static readonly int s_flattened = new Vgg3dOptions().CubeSize;

    /// <summary>What a run would fail at.</summary>
    /// <param name="options">In their ranges.</param>
    /// <param name="cubeSize">Edge of a cube in voxels.</param>
    /// <param name="channels">Channels of a cube.</param>
    public static IEnumerable<OptionError> Errors(TrainingOptions options, int cubeSize, int channels)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Backbone == "vgg3d" && cubeSize % Vgg3dOptions.SideFactor != 0)
        {
            // Drawn cubes have a field of their own; prepared ones are what they are.
            yield return options.Pipeline == CubeSourceChoice.BoundingBox
                ? new(nameof(options.CubeSize), $"Expected a multiple of {Vgg3dOptions.SideFactor} for vgg3d, which halves cubes four times, got {cubeSize}.")
                : new(nameof(options.Backbone), $"Expected cubes whose edge {Vgg3dOptions.SideFactor} divides for vgg3d, got cubes of {cubeSize}³: train on cubes of 32³, 48³, 64³ or 80³, or choose a ResNet.");
        }
        else if (options is { Backbone: "vgg3d", Pooling: "flatten" } && cubeSize != s_flattened)
        {
            yield return new(nameof(options.Pooling), $"Expected cubes of {s_flattened}³ for flatten, which keeps every voxel of the last maps, got cubes of {cubeSize}³: choose avg, or train on cubes of {s_flattened}³.");
        }

        if (options.Augmentation == "bbox" && channels <= CleftChannel)
        {
            yield return new(nameof(options.Augmentation), $"Expected cubes with a cleft mask as third channel for bbox, which makes holes in it, got {Plural.Counted(channels, "channel")}: choose another augmentation, or train on cubes of raw+pre+cleft.");
        }

        if (MethodCatalogue.All.OfType<MaskedVolumeDescription>().FirstOrDefault(method => method.Name == options.Method) is { } masked
            && options.MethodParameters.Whole(masked, MaskedVolumeDescription.MaskPatch) is var patch && patch >= cubeSize)
        {
            yield return new(MaskedVolumeDescription.MaskPatch, $"Expected patches smaller than the cubes of {cubeSize}³, got {patch}: nothing would be left to see. Set the patch size below {cubeSize}.");
        }
    }

    /// <summary>What would train, but is seldom meant.</summary>
    /// <param name="options">In their ranges.</param>
    /// <param name="channels">Channels of a cube.</param>
    public static IEnumerable<OptionError> Warnings(TrainingOptions options, int channels)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Backbone == "vgg3d" && channels != 1)
        {
            string weights = options.InitialWeights.Length > 0 ? $" Initial weights of one channel are spread over all {channels}." : "";
            yield return new(nameof(options.Backbone), $"vgg3d was made for cubes of one channel, raw; these have {channels}.{weights} It will train, but not as the seed does; for that train on cubes with the channel raw.");
        }
    }
}
