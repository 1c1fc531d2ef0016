using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Which cubes a run sees, and the options of the bounding-box pipeline.</summary>
internal static class BoundingBoxOptions
{
    internal static OptionSpec Pipeline { get; } = Word(
        nameof(TrainingOptions.Pipeline), OptionTheme.First, "Pipeline",
        "synapse takes a cube around each synapse; bbox draws cubes anywhere in the bounding boxes, and brings the augmentation bbox, for SimCLR also a head of 2048 and 256 and temperature 0.1.",
        "seed synapse", CubeSourceChoice.Names, o => o.Pipeline, CubeSourceChoice.Choose);

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Whole(nameof(TrainingOptions.CubeSize), OptionTheme.Cubes, "Cube size", "voxels", "Edge of the cubes that are drawn, and with train --data-dir of those that are prepared; even.", "seed 80", 8, 512,
            o => o.CubeSize, (o, v) => o with { CubeSize = (int)v }, "--bbox-size") with { Applies = IsBoundingBox },
        Whole(nameof(TrainingOptions.CubesPerBbox), OptionTheme.Cubes, "Cubes per bounding box", "an epoch", "Cubes that an epoch draws for each bounding box.", "seed 10", 1, 100_000,
            o => o.CubesPerBbox, (o, v) => o with { CubesPerBbox = (int)v }) with { Applies = IsBoundingBox },
        Switch(nameof(TrainingOptions.PerCubeNormalisation), OptionTheme.Cubes, "Normalise each cube", "Whether raw is z-scored in each cube; otherwise it stays z-scored over its volume.", "seed true",
            o => o.PerCubeNormalisation, (o, v) => o with { PerCubeNormalisation = v }) with { Applies = IsBoundingBox },
        Switch(nameof(TrainingOptions.MaskAware), OptionTheme.Cubes, "Mask-aware", "Draws a cube again, up to 10 times, until it has 100 cleft voxels and both views still show some.", "seed false",
            o => o.MaskAware, (o, v) => o with { MaskAware = v }) with { Applies = IsBoundingBox },
        Whole(nameof(TrainingOptions.MaskAwareAfterEpoch), OptionTheme.Cubes, "Mask-aware after", "epochs, -1 = off", "Switches that on once so many epochs are done.", "seed -1", -1, 1_000_000,
            o => o.MaskAwareAfterEpoch, (o, v) => o with { MaskAwareAfterEpoch = (int)v }) with { Applies = o => IsBoundingBox(o) && !o.MaskAware },
    ];

    private static bool IsBoundingBox(TrainingOptions options) => options.Pipeline == CubeSourceChoice.BoundingBox;
}
