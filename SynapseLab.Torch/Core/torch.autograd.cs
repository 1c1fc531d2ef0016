using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients without leaving them on the leaves.</summary>
    public static class autograd
    {
        /// <summary>The sum over the outputs of their gradients with respect to each input.</summary>
        /// <param name="outputs">Results of recorded operations.</param>
        /// <param name="inputs">What to differentiate by.</param>
        /// <param name="grad_outputs">Weights of the outputs, of their shapes; 1 for scalars when left out.</param>
        /// <param name="retain_graph">Keeps the graph for another pass.</param>
        /// <param name="create_graph">Records the computation, for higher derivatives.</param>
        /// <param name="allow_unused">Gives null for an input that no output depends on, instead of an error.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            using var from = new TensorList(outputs);
            using var by = new TensorList(inputs);
            using var weights = new TensorList(grad_outputs ?? []);
            nint[] results = new nint[inputs.Count];
            NativeMethods.SLAutograd_grad_of(
                from.Pointers,
                from.Count,
                by.Pointers,
                by.Count,
                weights.Pointers,
                weights.Count,
                retain_graph || create_graph ? 1 : 0,
                create_graph ? 1 : 0,
                allow_unused ? 1 : 0,
                results,
                results.Length).ThrowIfFailed();
            return TensorList.Adopt(results)!;
        }
    }
}
