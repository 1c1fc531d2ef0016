using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
            public static BatchNorm1d BatchNorm1d(
                long features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null)
                => new(features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>Batch normalisation of (N, C, D, H, W).</summary>
            public static BatchNorm3d BatchNorm3d(
                long features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null)
                => new(features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Normalises each channel over the batch and its positions; keeps running statistics for evaluation.</summary>
    public abstract partial class BatchNorm : nn.Module<Tensor, Tensor>
    {
        private readonly double _eps;
        private readonly double _momentum;

        private protected BatchNorm(string name, long features, double eps, double momentum, bool affine, bool tracksRunningStatistics, Device? device, ScalarType? dtype)
            : base(name)
        {
            (_eps, _momentum) = (eps, momentum);
            weight = affine ? new Parameter(ones([features], dtype, device)) : null;
            bias = affine ? new Parameter(zeros([features], dtype, device)) : null;
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
            if (tracksRunningStatistics)
            {
                running_mean = zeros([features], dtype, device);
                running_var = ones([features], dtype, device);
                num_batches_tracked = zeros([], ScalarType.Int64, device);
                register_buffer(nameof(running_mean), running_mean);
                register_buffer(nameof(running_var), running_var);
                register_buffer(nameof(num_batches_tracked), num_batches_tracked);
            }
        }

        /// <summary>(C), or null.</summary>
        public Parameter? weight { get; }

        /// <summary>(C), or null.</summary>
        public Parameter? bias { get; }

        /// <summary>(C), or null when statistics are not tracked.</summary>
        public Tensor? running_mean { get; }

        /// <summary>(C), unbiased; or null when statistics are not tracked.</summary>
        public Tensor? running_var { get; }

        /// <summary>0-D, Int64: batches seen in training.</summary>
        public Tensor? num_batches_tracked { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            RequireDimensions(input.ndim);
            if (training)
            {
                num_batches_tracked?.add_(1);
            }

            if (training && SynapseLab.Torch.SynchronizedBatchNorm.Group is { } group)
            {
                return ForwardSynchronized(input, group);
            }

            return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, _momentum, _eps);
        }

        private protected abstract void RequireDimensions(long ndim);
    }

    /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm1d), features, eps, momentum, affine, track, device, dtype)
        {
        }

        private protected override void RequireDimensions(long ndim)
        {
            if (ndim is not (2 or 3))
            {
                throw new ArgumentException($"BatchNorm1d takes (N, C) or (N, C, L), a tensor of {ndim} dimensions came.");
            }
        }
    }

    /// <summary>Batch normalisation of (N, C, D, H, W).</summary>
    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm3d), features, eps, momentum, affine, track, device, dtype)
        {
        }

        private protected override void RequireDimensions(long ndim)
        {
            if (ndim != 5)
            {
                throw new ArgumentException($"BatchNorm3d takes (N, C, D, H, W), a tensor of {ndim} dimensions came.");
            }
        }
    }
}
