namespace SynapseLab.Web.Features.Runs.Charts;

/// <summary>A chart's heading and what it tells; what it draws is in chartSpecs.ts under the same id.</summary>
/// <param name="Id">Names it in the script and in saved files.</param>
/// <param name="Title">Heading.</param>
/// <param name="Help">One line: what is good, what is bad, in which range.</param>
internal sealed record ChartHead(string Id, string Title, string Help);

/// <summary>Charts under one heading.</summary>
internal sealed record ChartGroup(string Title, IReadOnlyList<ChartHead> Charts);

/// <summary>All charts of a run in the order of the page; those that a run has no values for are not shown.</summary>
internal static class ChartCatalogue
{
    internal static IReadOnlyList<ChartGroup> Groups { get; } =
    [
        new("Training",
        [
            new("loss", "Loss", "Falls while the network learns; a contrastive loss below chance tells cubes apart."),
            new("learningRate", "Learning rate", "Of each step, after warm-up and schedule."),
            new("gradientNorm", "Gradient norm", "Of all gradients before clipping; a lasting rise announces divergence."),
            new("lossScale", "Loss scale", "Factor that keeps float16 gradients from vanishing; it halves when they overflow."),
            new("skipped", "Skipped steps", "Share of steps whose gradients overflowed float16, so that the weights stayed."),
        ]),
        new("Embedding",
        [
            new("silhouette", "Silhouette", "−1 … 1: how clearly the cubes fall into clusters."),
            new("hopkins", "Hopkins", "0 … 1: 0.5 for points without structure, towards 1 for clusters."),
            new("rankMe", "RankMe", "Dimensions that the embeddings use; a fall to a few is collapse."),
            new("alignment", "Alignment, uniformity", "Alignment 0 … 4: views of a cube lie together when low. Uniformity −8 … 0: cubes spread evenly when low."),
            new("cosines", "Cosine of pairs", "−1 … 1: high for two views of a cube, near 0 for different cubes; both near 1 is collapse."),
            new("accuracy", "Accuracy of types", "0 … 1: how well embeddings tell the synapses' types (the table's column type, else the words of Var1), against always naming the commonest."),
            new("intensity", "Brightness", "R², at most 1: how well embeddings tell a cube's mean grey value; near 1 is a shortcut."),
            new("spectrum", "Spectrum", "Singular values of the newest embeddings; a spectrum that breaks off early is collapse."),
        ]),
        new("Machine",
        [
            new("cubesPerSecond", "Speed", "Cubes trained on per second."),
            new("busyCores", "Processor", "Cores that this process kept busy."),
            new("processMemory", "Memory", "RAM of this process."),
            new("gpuUtilization", "GPU use", "Share of the time in which the GPU computed."),
            new("gpuMemory", "GPU memory", "In use by all processes, and all there is."),
            new("gpuPower", "GPU power", "Power that the card draws."),
            new("gpuTemperature", "GPU temperature", "Of the chip."),
        ]),
    ];
}
