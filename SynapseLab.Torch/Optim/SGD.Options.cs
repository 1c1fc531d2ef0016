using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class SGD
{
    /// <summary>Settings of one group.</summary>
    public sealed class Options : OptimizerOptions
    {
        /// <summary>Share of the past in the direction.</summary>
        public double? momentum;

        /// <summary>Share of the gradient that does not enter the momentum.</summary>
        public double? dampening;

        /// <summary>Pull towards 0, added to the gradient.</summary>
        public double? weight_decay;

        /// <summary>Looks ahead along the momentum.</summary>
        public bool? nesterov;

        /// <summary>Climbs instead of descends.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var from = (Options)source;
            (momentum, dampening, weight_decay) = (from.momentum, from.dampening, from.weight_decay);
            (nesterov, maximize) = (from.nesterov, from.maximize);
        }

        internal void FillFrom(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            InitialLearningRate ??= LearningRate;
            momentum ??= defaults.momentum;
            dampening ??= defaults.dampening;
            weight_decay ??= defaults.weight_decay;
            nesterov ??= defaults.nesterov;
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
            IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }
    }

    /// <summary>What is remembered about one parameter.</summary>
    public sealed class State : OptimizerState
    {
        /// <summary>The velocity, of the parameter's shape; null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
            => momentum_buffer = Replace(momentum_buffer, ((State)source).momentum_buffer);

        /// <inheritdoc/>
        public override void Dispose() => momentum_buffer?.Dispose();
    }
}
