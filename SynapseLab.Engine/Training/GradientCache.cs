using SynapseLab.Engine.Methods;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// The exact gradient of a whole batch's loss at the memory of a micro-batch (Gao et al. 2021, GradCache,
/// https://arxiv.org/abs/2101.06983): encode all micro-batches without gradients, take the loss and its gradient with respect
/// to the outputs, then encode each micro-batch again and go back from its share of that gradient.
/// Batch normalisation sees a micro-batch at a time, in both passes, so that its statistics are those of micro-batches and the
/// result is that of a network with "ghost" batch norm of that size; running statistics take the second pass only. Without
/// batch norm the gradient is that of the whole batch.
/// </summary>
internal sealed class GradientCache(Method method, int batchSize, int microBatchSize, Func<IDisposable?> precision)
{
    /// <summary>Adds the gradients to the parameters; answers the loss and the targets of all rows.</summary>
    /// <param name="inputs">(V·N, …), views one after the other.</param>
    /// <param name="factor">Of the gradients: scale of the loss, share of an accumulated step.</param>
    internal (Tensor Loss, Tensor[] Targets) Backward(Tensor inputs, double factor = 1)
    {
        var parts = Parts(inputs);
        var (outputs, targets) = EncodeAll(parts);
        Tensor[] leaves = [.. outputs.Select(output => output.detach().requires_grad_(true))];
        var loss = method.Loss(leaves, targets);
        (loss * factor).backward();
        Tensor[][] gradients = [.. leaves.Select(leaf => leaf.grad is { } gradient ? Parts(gradient) : [])];
        for (int part = 0; part < parts.Length; part++)
        {
            BackwardPart(parts[part], [.. gradients.Select(all => all.Length > 0 ? all[part] : null)]);
        }

        return (loss, targets);
    }

    /// <summary>Rows of each micro-batch → rows of the batch, views one after the other.</summary>
    internal static Tensor[] Join(IReadOnlyList<Tensor[]> parts, int viewsPerCube) =>
    [
        .. Enumerable.Range(0, parts[0].Length).Select(output =>
        {
            var views = parts.Select(part => part[output].chunk(viewsPerCube)).ToArray(); // parts × V × (m, …)
            return cat([.. Enumerable.Range(0, viewsPerCube).SelectMany(view => views.Select(part => part[view]))]); // (V·N, …)
        }),
    ];

    private (Tensor[] Outputs, Tensor[] Targets) EncodeAll(Tensor[] parts)
    {
        using var noGradients = no_grad();
        using var narrow = precision();
        Tensor[] buffers = [.. method.buffers()];
        Tensor[] before = [.. buffers.Select(buffer => buffer.clone())];
        Tensor[][] outputs = [.. parts.Select(method.Encode)];
        foreach (var (buffer, value) in buffers.Zip(before))
        {
            buffer.copy_(value);
        }

        Tensor[][] targets = [.. parts.Select(method.Target)];
        return (Join(outputs, method.ViewsPerCube), Join(targets, method.ViewsPerCube));
    }

    private void BackwardPart(Tensor inputs, Tensor?[] gradients)
    {
        using var scope = NewDisposeScope();
        Tensor weighted;
        using (precision())
        {
            var terms = method.Encode(inputs).Zip(gradients)
                .Where(pair => pair.Second is not null)
                .Select(pair => (pair.First.to(pair.Second!.dtype) * pair.Second).sum());
            weighted = terms.Aggregate((sum, term) => sum + term); // its gradient by the outputs is the cached one
        }

        weighted.backward();
    }

    /// <summary>Rows of a batch → rows of each micro-batch: both views of its cubes.</summary>
    private Tensor[] Parts(Tensor rows)
    {
        var views = rows.chunk(method.ViewsPerCube); // V × (N, …)
        return [.. Enumerable.Range(0, batchSize / microBatchSize).Select(part => cat(
            [.. views.Select(view => view.narrow(0, (long)part * microBatchSize, microBatchSize))]))]; // (V·m, …)
    }
}
