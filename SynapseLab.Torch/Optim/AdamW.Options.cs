namespace TorchSharp.Modules;

public sealed partial class AdamW
{
    /// <summary>Settings of one group.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Share of the past in the running mean of the gradient.</summary>
        public double? beta1;

        /// <summary>Share of the past in the running mean of its square.</summary>
        public double? beta2;

        /// <summary>Keeps the denominator away from 0.</summary>
        public double? eps;

        /// <summary>Pull towards 0.</summary>
        public double? weight_decay;

        /// <summary>Uses the largest mean square so far.</summary>
        public bool? amsgrad;

        /// <summary>Climbs instead of descends.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var from = (Options)source;
            (beta1, beta2, eps, weight_decay) = (from.beta1, from.beta2, from.eps, from.weight_decay);
            (amsgrad, maximize) = (from.amsgrad, from.maximize);
        }

        internal void FillFrom(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            InitialLearningRate ??= LearningRate;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            amsgrad ??= defaults.amsgrad;
            maximize ??= defaults.maximize;
        }
    }

    /// <summary>Parameters with settings of their own.</summary>
    public sealed class ParamGroup : ParamGroup<Options>
    {
        /// <summary>Parameters and their settings; null takes the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null)
            : base(parameters, options)
        {
        }

        /// <summary>Parameters and their settings.</summary>
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }
    }
}
