using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>Cutting and joining the rows of a batch of views, which lie view after view: (V·N, …).</summary>
internal static class ViewRows
{
    /// <summary>Rows of a batch → rows of some of its cubes, all views of them.</summary>
    internal static Tensor Part(Tensor rows, int viewsPerCube, int start, int count) =>
        cat([.. rows.chunk(viewsPerCube).Select(view => view.narrow(0, start, count))]); // (V·count, …)

    /// <summary>Rows of each part, several tensors each → rows of the batch.</summary>
    internal static Tensor[] Join(IReadOnlyList<Tensor[]> parts, int viewsPerCube) =>
    [
        .. Enumerable.Range(0, parts[0].Length).Select(output =>
        {
            var views = parts.Select(part => part[output].chunk(viewsPerCube)).ToArray(); // parts × V × (m, …)
            return cat([.. Enumerable.Range(0, viewsPerCube).SelectMany(view => views.Select(part => part[view]))]); // (V·N, …)
        }),
    ];
}
