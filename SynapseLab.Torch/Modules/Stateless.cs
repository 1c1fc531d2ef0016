using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(x, 0), elementwise.</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            /// <summary>In training sets each element to 0 with probability p and scales the rest by 1 ∕ (1 − p).</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>Gives its input.</summary>
            public static Identity Identity() => new();

            /// <summary>Joins dimensions into one.</summary>
            public static Flatten Flatten(long startDim = 1, long endDim = -1) => new(startDim, endDim);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(x, 0), elementwise.</summary>
    public sealed class ReLU : nn.Module<Tensor, Tensor>
    {
        private readonly bool _inPlace;

        internal ReLU(bool inPlace)
            : base(nameof(ReLU)) => _inPlace = inPlace;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.relu(input, _inPlace);
    }

    /// <summary>Random zeros in training, nothing in evaluation.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        private readonly double _p;
        private readonly bool _inPlace;

        internal Dropout(double p, bool inPlace)
            : base(nameof(Dropout)) => (_p, _inPlace) = (p, inPlace);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout(input, _p, training, _inPlace);
    }

    /// <summary>Gives its input, as an object of its own with the same memory.</summary>
    public sealed class Identity : nn.Module<Tensor, Tensor>
    {
        internal Identity()
            : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.alias();
    }

    /// <summary>Joins dimensions into one.</summary>
    public sealed class Flatten : nn.Module<Tensor, Tensor>
    {
        private readonly long _startDim;
        private readonly long _endDim;

        internal Flatten(long startDim, long endDim)
            : base(nameof(Flatten)) => (_startDim, _endDim) = (startDim, endDim);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.flatten(_startDim, _endDim);
    }
}
