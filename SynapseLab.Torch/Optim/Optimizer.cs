using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients. It owns its state, not the parameters.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected readonly List<ParamGroup> _parameter_groups = [];

            /// <summary>The groups; each has a learning rate of its own, which schedules set.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>All parameters, group after group.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Adds parameters with settings of their own.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>One step: parameters without a gradient stay.</summary>
            /// <param name="closure">Computes the loss and its gradients first.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Forgets the gradients; the next backward pass writes new ones instead of adding.</summary>
            public virtual void zero_grad()
            {
                foreach (Parameter parameter in parameters())
                {
                    parameter.grad = null;
                }
            }

            /// <summary>Frees the state.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the state.</summary>
            protected abstract void Dispose(bool disposing);

            /// <summary>Settings per group and state per parameter, both in the order of the groups. The tensors are the optimizer's own.</summary>
            public sealed class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>One entry per group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>One entry per parameter.</summary>
                public List<OptimizerState> State { get; } = [];
            }
        }

        /// <summary>What a schedule sets.</summary>
        public interface ILearningRateController
        {
            /// <summary>The rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The rate at the start.</summary>
            double InitialLearningRate { get; set; }
        }
    }
}
