using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed partial class Adam
{
    /// <summary>What is remembered about one parameter; the tensors have its shape.</summary>
    public sealed class State : OptimizerState
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Running mean of the gradient.</summary>
        public Tensor exp_avg;

        /// <summary>Running mean of the squared gradient.</summary>
        public Tensor exp_avg_sq;

        /// <summary>Largest running mean of the squared gradient; only with amsgrad.</summary>
        public Tensor? max_exp_avg_sq;

        internal State(Tensor parameter, bool amsgrad)
        {
            exp_avg = ZerosLike(parameter);
            exp_avg_sq = ZerosLike(parameter);
            max_exp_avg_sq = amsgrad ? ZerosLike(parameter) : null;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var from = (State)source;
            step = from.step;
            exp_avg = Replace(exp_avg, from.exp_avg)!;
            exp_avg_sq = Replace(exp_avg_sq, from.exp_avg_sq)!;
            max_exp_avg_sq = Replace(max_exp_avg_sq, from.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void Dispose()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
