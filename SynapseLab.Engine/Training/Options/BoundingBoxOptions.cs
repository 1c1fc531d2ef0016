using static SynapseLab.Engine.Training.OptionSchema;

namespace SynapseLab.Engine.Training;

/// <summary>Which cubes a run sees, and the options of the bounding-box pipeline.</summary>
internal static class BoundingBoxOptions
{
    private static readonly OptionScope s_boxes = OptionScope.Pipeline(CubeSourceChoice.BoundingBox);

    internal static OptionSpec Pipeline { get; } = Word(
        nameof(TrainingOptions.Pipeline), OptionTheme.First, "Pipeline",
        "synapse takes a cube around each synapse; bbox draws cubes anywhere in the bounding boxes, and brings the augmentation bbox, for SimCLR also a head of 2048 and 256 and temperature 0.1.",
        "seed synapse", CubeSourceChoice.Names, o => o.Pipeline, CubeSourceChoice.Choose);

    internal static IReadOnlyList<OptionSpec> All { get; } =
    [
        Whole(nameof(TrainingOptions.CubeSize), OptionTheme.Cubes, "Cube size", "voxels", "Edge of the cubes that are drawn, and with train --data-dir of those that are prepared; even.", "seed 80", 8, 512,
            o => o.CubeSize, (o, v) => o with { CubeSize = (int)v }, "--bbox-size").Within(s_boxes),
        Whole(nameof(TrainingOptions.CubesPerBbox), OptionTheme.Cubes, "Cubes per bounding box", "an epoch", "Cubes that an epoch draws for each bounding box.", "seed 10", 1, 100_000,
            o => o.CubesPerBbox, (o, v) => o with { CubesPerBbox = (int)v }).Within(s_boxes),
        Switch(nameof(TrainingOptions.PerCubeNormalisation), OptionTheme.Cubes, "Normalise each cube", "Whether raw is z-scored in each cube; otherwise it stays z-scored over its volume.", "seed true",
            o => o.PerCubeNormalisation, (o, v) => o with { PerCubeNormalisation = v }).Within(s_boxes),
        Switch(nameof(TrainingOptions.MaskAware), OptionTheme.Cubes, "Mask-aware", "Draws a cube again, up to 10 times, until it has 100 cleft voxels and both views still show some.", "seed false",
            o => o.MaskAware, (o, v) => o with { MaskAware = v }).Within(s_boxes),
        Whole(nameof(TrainingOptions.MaskAwareAfterEpoch), OptionTheme.Cubes, "Mask-aware after", "epochs, -1 = off", "Switches that on once so many epochs are done.", "seed -1", -1, 1_000_000,
            o => o.MaskAwareAfterEpoch, (o, v) => o with { MaskAwareAfterEpoch = (int)v })
            .Within(new("the pipeline bbox without --mask-aware", o => o.Pipeline == CubeSourceChoice.BoundingBox && !o.MaskAware, o => o.Pipeline == CubeSourceChoice.BoundingBox ? "mask-aware" : o.Pipeline)),
    ];
}
