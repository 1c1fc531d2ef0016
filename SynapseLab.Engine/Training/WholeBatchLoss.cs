using SynapseLab.Engine.Methods;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// The loss of a whole batch where its rows were encoded in parts: of micro-batches, or of several processes. What comes out is
/// the loss's gradient by the outputs of this process's rows, from which each part goes back by itself.
/// </summary>
internal sealed class WholeBatchLoss(Method method, World? world)
{
    /// <summary>Loss, gradients by the outputs (null where the loss does not depend on one), targets of the whole batch.</summary>
    /// <param name="outputs">Of this process's rows, (V·n, …).</param>
    /// <param name="targets">Of the same rows.</param>
    /// <param name="factor">Of the gradients.</param>
    internal (Tensor Loss, Tensor?[] Gradients, Tensor[] Targets) Backward(Tensor[] outputs, Tensor[] targets, double factor)
    {
        int processes = world?.Size ?? 1;
        int own = (int)(outputs[0].shape[0] / method.ViewsPerCube);
        Tensor[] leaves = [.. Whole(outputs).Select(output => output.detach().requires_grad_(true))];
        var all = Whole(targets);
        var loss = method.Loss(leaves, all);

        // Every process goes back through the same loss: a parameter inside the loss gets its gradient once when all are summed.
        (loss * (factor / processes)).backward();
        return (loss, [.. leaves.Select(leaf => Own(leaf.grad))], all);

        Tensor? Own(Tensor? gradient) => world is null || gradient is null
            ? gradient
            : ViewRows.Part(gradient, method.ViewsPerCube, world.Rank * own, own) * processes;
    }

    /// <summary>Goes back from outputs whose gradients are known already.</summary>
    internal static void GoBack(IEnumerable<Tensor> outputs, IReadOnlyList<Tensor?> gradients)
    {
        var terms = outputs.Zip(gradients)
            .Where(pair => pair.Second is not null)
            .Select(pair => (pair.First.to(pair.Second!.dtype) * pair.Second).sum());
        terms.Aggregate((sum, term) => sum + term).backward(); // the sum's gradient by the outputs is the known one
    }

    private Tensor[] Whole(Tensor[] rows) => world is null ? rows : world.Gather(rows, method.ViewsPerCube);
}
