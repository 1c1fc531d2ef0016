using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Functions on all parameters of a network.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their common norm is at most max_norm.</summary>
            /// <param name="tensors">Parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">Largest norm.</param>
            /// <param name="norm_type">p of the p-norm.</param>
            /// <returns>The norm before scaling.</returns>
            public static double clip_grad_norm_(IEnumerable<Tensor> tensors, double max_norm, double norm_type = 2.0)
            {
                using IDisposable noGrad = no_grad();
                using DisposeScope scope = NewDisposeScope();
                List<Tensor> gradients = [.. tensors.Select(tensor => tensor.grad).OfType<Tensor>()];
                if (gradients.Count == 0)
                {
                    return 0;
                }

                Tensor total = stack(gradients.Select(gradient => linalg.vector_norm(gradient, norm_type))).norm((float)norm_type);

                // PyTorch's 1e-6; scaling by a tensor that may be 1 avoids a second wait for the device.
                Tensor factor = (max_norm / (total + 1e-6)).clamp(null, 1.0);
                gradients.ForEach(gradient => gradient.mul_(factor));
                return total.ToDouble();
            }

            /// <summary>Scales all gradients together so that their common norm is at most max_norm.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> parameters, double max_norm, double norm_type = 2.0)
                => clip_grad_norm_(parameters.Cast<Tensor>(), max_norm, norm_type);
        }
    }
}
