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
/// <param name="method">The networks.</param>
/// <param name="batchSize">Cubes of this process's batch.</param>
/// <param name="microBatchSize">A divisor of it.</param>
/// <param name="forward">Begins what holds during forward passes: precision, synchronised batch norm.</param>
/// <param name="world">The processes over which the batch lies; null for this one alone.</param>
internal sealed class GradientCache(Method method, int batchSize, int microBatchSize, Func<IDisposable?> forward, World? world = null)
{
    /// <summary>Adds the gradients to the parameters; answers the loss and the targets of all rows.</summary>
    /// <param name="inputs">(V·N, …), views one after the other.</param>
    /// <param name="factor">Of the gradients: scale of the loss, share of an accumulated step.</param>
    internal (Tensor Loss, Tensor[] Targets) Backward(Tensor inputs, double factor = 1)
    {
        var parts = Parts(inputs);
        var (outputs, targets) = EncodeAll(parts);
        var (loss, ofOutputs, all) = new WholeBatchLoss(method, world).Backward(outputs, targets, factor);
        Tensor[][] gradients = [.. ofOutputs.Select(gradient => gradient is null ? [] : Parts(gradient))];
        for (int part = 0; part < parts.Length; part++)
        {
            BackwardPart(parts[part], [.. gradients.Select(all => all.Length > 0 ? all[part] : null)]);
        }

        return (loss, all);
    }

    private (Tensor[] Outputs, Tensor[] Targets) EncodeAll(Tensor[] parts)
    {
        using var noGradients = no_grad();
        using var region = forward();
        Tensor[] buffers = [.. method.buffers()];
        Tensor[] before = [.. buffers.Select(buffer => buffer.clone())];
        Tensor[][] outputs = [.. parts.Select(method.Encode)];
        foreach (var (buffer, value) in buffers.Zip(before))
        {
            buffer.copy_(value);
        }

        Tensor[][] targets = [.. parts.Select(method.Target)];
        return (ViewRows.Join(outputs, method.ViewsPerCube), ViewRows.Join(targets, method.ViewsPerCube));
    }

    private void BackwardPart(Tensor inputs, Tensor?[] gradients)
    {
        using var scope = NewDisposeScope();
        Tensor[] outputs;
        using (forward())
        {
            outputs = method.Encode(inputs);
        }

        WholeBatchLoss.GoBack(outputs, gradients);
    }

    /// <summary>Rows of a batch → rows of each micro-batch: both views of its cubes.</summary>
    private Tensor[] Parts(Tensor rows) =>
        [.. Enumerable.Range(0, batchSize / microBatchSize).Select(part => ViewRows.Part(rows, method.ViewsPerCube, part * microBatchSize, microBatchSize))];
}
