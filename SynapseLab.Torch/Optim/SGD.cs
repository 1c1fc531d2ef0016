using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent with momentum.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="learningRate">Learning rate.</param>
            /// <param name="momentum">Share of the past in the direction; 0 for none.</param>
            /// <param name="dampening">Share of the gradient that does not enter the momentum.</param>
            /// <param name="weight_decay">Pull towards 0, added to the gradient.</param>
            /// <param name="nesterov">Looks ahead along the momentum.</param>
            /// <param name="maximize">Climbs instead of descends.</param>
            public static SGD SGD(
                IEnumerable<Parameter> parameters,
                double learningRate,
                double momentum = 0.0,
                double dampening = 0.0,
                double weight_decay = 0.0,
                bool nesterov = false,
                bool maximize = false)
                => new([new SGD.ParamGroup(parameters)], learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <summary>Stochastic gradient descent with several parameter groups.</summary>
            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters,
                double learningRate,
                double momentum = 0.0,
                double dampening = 0.0,
                double weight_decay = 0.0,
                bool nesterov = false,
                bool maximize = false)
                => new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent; momentum as in Sutskever et al. 2013 in PyTorch's form (the rate multiplies the velocity).</summary>
    public sealed partial class SGD : OptimizerHelper
    {
        private readonly Options _defaults;

        internal SGD(IEnumerable<ParamGroup> groups, double lr, double momentum, double dampening, double weightDecay, bool nesterov, bool maximize)
        {
            RequireRange(nameof(lr), lr, 0);
            RequireRange(nameof(momentum), momentum, 0);
            RequireRange("weight_decay", weightDecay, 0);
            if (nesterov && (momentum <= 0 || dampening != 0))
            {
                throw new ArgumentException("Nesterov momentum needs a momentum above 0 and no dampening.", nameof(nesterov));
            }

            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weightDecay,
                nesterov = nesterov,
                maximize = maximize,
            };
            foreach (ParamGroup group in groups)
            {
                add_param_group(group);
            }
        }

        /// <inheritdoc/>
        public override void add_param_group(Modules.ParamGroup param_group)
        {
            Options options = param_group.Options as Options ?? new Options();
            options.FillFrom(_defaults);
            param_group.Options = options;
            Add(param_group, _ => new State());
        }

        private protected override void Update(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state)
        {
            var o = (Options)options;
            var s = (State)state;
            double momentum = o.momentum!.Value;
            Tensor g = o.maximize!.Value ? gradient.neg() : gradient;
            if (o.weight_decay!.Value != 0)
            {
                g = g.add(parameter, o.weight_decay.Value);
            }

            if (momentum != 0)
            {
                // The first step takes the whole gradient, whatever the dampening.
                s.momentum_buffer = s.momentum_buffer is null
                    ? g.clone().detach_().DetachFromDisposeScope()
                    : s.momentum_buffer.mul_(momentum).add_(g, 1 - o.dampening!.Value);
                g = o.nesterov!.Value ? g.add(s.momentum_buffer, momentum) : s.momentum_buffer;
            }

            parameter.add_(g, -o.LearningRate!.Value);
        }
    }
}
