using SynapseLab.Engine.Methods;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// One process's part in the gradient of a batch that lies over several: it encodes its own rows, takes the loss of everybody's
/// outputs, and goes back from its own. The gradients of all processes add up to those of the whole batch in one process
/// (<see cref="World.SumGradients"/>), except that batch norms see their process's rows only, unless they are synchronised.
/// </summary>
/// <param name="method">The networks.</param>
/// <param name="world">The processes.</param>
/// <param name="forward">Begins what holds during forward passes: precision, synchronised batch norm.</param>
internal sealed class SharedBatch(Method method, World world, Func<IDisposable?> forward)
{
    /// <summary>Adds this process's gradients to the parameters; answers the loss and the targets of the whole batch.</summary>
    /// <param name="inputs">(V·n, …): the views of this process's n cubes.</param>
    /// <param name="factor">Of the gradients.</param>
    internal (Tensor Loss, Tensor[] Targets) Backward(Tensor inputs, double factor = 1)
    {
        Tensor[] targets;
        Tensor[] outputs;
        using (forward())
        {
            using (no_grad())
            {
                targets = method.Target(inputs);
            }

            outputs = method.Encode(inputs);
        }

        var (loss, gradients, all) = new WholeBatchLoss(method, world).Backward(outputs, targets, factor);
        WholeBatchLoss.GoBack(outputs, gradients);
        return (loss, all);
    }
}
