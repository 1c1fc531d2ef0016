using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Loshchilov and Hutter 2019, https://arxiv.org/abs/1711.05101; weight decay acts on the parameter itself.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="lr">Learning rate.</param>
            /// <param name="beta1">Share of the past in the running mean of the gradient; [0, 1).</param>
            /// <param name="beta2">Share of the past in the running mean of its square; [0, 1).</param>
            /// <param name="eps">Keeps the denominator away from 0.</param>
            /// <param name="weight_decay">Pull towards 0.</param>
            /// <param name="amsgrad">Uses the largest mean square so far.</param>
            /// <param name="maximize">Climbs instead of descends.</param>
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false)
                => new([new AdamW.ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <summary>AdamW with several parameter groups.</summary>
            public static AdamW AdamW(
                IEnumerable<AdamW.ParamGroup> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0,
                bool amsgrad = false,
                bool maximize = false)
                => new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Loshchilov and Hutter 2019, https://arxiv.org/abs/1711.05101; weight decay acts on the parameter itself. The operations and their order are PyTorch's.</summary>
    public sealed partial class AdamW : OptimizerHelper
    {
        private readonly Options _defaults;

        internal AdamW(
            IEnumerable<ParamGroup> groups, double lr, double beta1, double beta2, double eps, double weightDecay, bool amsgrad, bool maximize)
        {
            RequireRange(nameof(lr), lr, 0);
            RequireRange(nameof(beta1), beta1, 0, 1);
            RequireRange(nameof(beta2), beta2, 0, 1);
            RequireRange(nameof(eps), eps, 0);
            RequireRange("weight_decay", weightDecay, 0);
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                eps = eps,
                weight_decay = weightDecay,
                amsgrad = amsgrad,
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
            Add(param_group, parameter => new State(parameter, options.amsgrad!.Value));
        }

        private protected override void Update(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state)
        {
            var o = (Options)options;
            var s = (State)state;
            (double lr, double beta1, double beta2) = (o.LearningRate!.Value, o.beta1!.Value, o.beta2!.Value);
            s.step++;
            Tensor g = o.maximize!.Value ? gradient.neg() : gradient;
            parameter.mul_(1 - (lr * o.weight_decay!.Value));
            s.exp_avg.mul_(beta1).add_(g, 1 - beta1);
            s.exp_avg_sq.mul_(beta2).addcmul_(g, g, 1 - beta2);
            Tensor square = s.max_exp_avg_sq is null ? s.exp_avg_sq : s.max_exp_avg_sq.copy_(s.max_exp_avg_sq.maximum(s.exp_avg_sq));
            double correction1 = 1 - Math.Pow(beta1, s.step);
            double correction2 = 1 - Math.Pow(beta2, s.step);
            Tensor denominator = square.sqrt().div_(Math.Sqrt(correction2)).add_(o.eps!.Value);
            parameter.addcdiv_(s.exp_avg, denominator, -lr / correction1);
        }
    }
}
