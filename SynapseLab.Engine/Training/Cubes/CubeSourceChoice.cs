using SynapseLab.Engine.Augmentations;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>What a pipeline means: where its cubes come from, how its views are made, and which defaults it brings.</summary>
internal static class CubeSourceChoice
{
    /// <summary>Cubes around synapses.</summary>
    internal const string Synapse = "synapse";

    /// <summary>Random cubes out of whole bounding boxes.</summary>
    internal const string BoundingBox = "bbox";

    internal static readonly string[] Names = [Synapse, BoundingBox];

    // Domain §7, §8: the original's head and temperature for this pipeline.
    private static readonly (string Name, double Value)[] s_contrast = [("ProjectionHidden", 2048), ("ProjectionOutput", 256), ("Temperature", 0.1)];

    /// <summary>Opens the cubes of a run.</summary>
    /// <exception cref="EngineException">The folder holds none that the pipeline can use, or they were to stay in memory and do not fit.</exception>
    internal static ICubeSource Open(TrainingOptions options)
    {
        if (options.Pipeline == Synapse)
        {
            return Prepared(options);
        }

        var volumes = VolumeStore.Open(options.PreprocDir);
        try
        {
            return new SampledCubes(volumes, options);
        }
        catch
        {
            volumes.Dispose();
            throw;
        }
    }

    /// <summary>How views are made; z-scored raw is not clamped.</summary>
    internal static ViewPair Augmentation(TrainingOptions options)
    {
        var pair = AugmentationPresets.Find(options.Augmentation, options.AugmentationParameters);
        return options.Pipeline == Synapse ? pair : new(pair.First with { ClampsToUnit = false }, pair.Second with { ClampsToUnit = false });
    }

    /// <summary>Chooses a pipeline, and with it the augmentation and, for SimCLR, the head and temperature that its seed has where none were set.</summary>
    internal static TrainingOptions Choose(TrainingOptions options, string pipeline)
    {
        if (options.Pipeline == pipeline)
        {
            return options;
        }

        bool bbox = pipeline == BoundingBox;
        var parameters = options.MethodParameters;
        foreach (var (name, value) in options.Method == "simclr" ? s_contrast : [])
        {
            parameters = bbox ? parameters.With(name, parameters.Find(name) ?? value) : parameters.Find(name) == value ? parameters.With(name, null) : parameters;
        }

        string augmentation = bbox && options.Augmentation == "seed" ? "bbox" : !bbox && options.Augmentation == "bbox" ? "seed" : options.Augmentation;
        return options with { Pipeline = pipeline, Augmentation = augmentation, MethodParameters = parameters };
    }

    private static CubeReader Prepared(TrainingOptions options)
    {
        var cubes = CubeStore.Open(options.PreprocDir);
        try
        {
            return new CubeReader(cubes, CubeLoading.Choose(options.Loading, cubes));
        }
        catch
        {
            cubes.Dispose();
            throw;
        }
    }
}
