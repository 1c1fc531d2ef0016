using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Random fills; each draw comes from the generator that is given, or from the default one of the device.
    public partial class Tensor
    {
        /// <summary>Fills with draws from N(mean, stddev²).</summary>
        public Tensor normal_(double mean = 0.0, double stddev = 1.0, Generator? generator = null)
        {
            NativeMethods.SLTensor_normal_(Handle, mean, stddev, GeneratorHandle.Of(generator)).ThrowIfFailed();
            return this;
        }

        /// <summary>Fills with draws from [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            NativeMethods.SLTensor_uniform_(Handle, from, to, GeneratorHandle.Of(generator)).ThrowIfFailed();
            return this;
        }

        /// <summary>Fills with 1 with probability p, else 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            NativeMethods.SLTensor_bernoulli_(Handle, p, GeneratorHandle.Of(generator)).ThrowIfFailed();
            return this;
        }

        /// <summary>1 with the probability that the element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null)
        {
            NativeMethods.SLTensor_bernoulli(Handle, GeneratorHandle.Of(generator), out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }

        /// <summary>Fills with whole numbers from [from, to).</summary>
        public Tensor random_(long from, long to, Generator? generator = null)
        {
            NativeMethods.SLTensor_random_(Handle, from, to, GeneratorHandle.Of(generator)).ThrowIfFailed();
            return this;
        }

        /// <summary>Fills with draws from λ e^(−λx).</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null)
        {
            NativeMethods.SLTensor_exponential_(Handle, lambda, GeneratorHandle.Of(generator)).ThrowIfFailed();
            return this;
        }

        /// <summary>Positions drawn with the weights of each row; Int64.</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            NativeMethods.SLTensor_multinomial(Handle, num_samples, replacement ? 1 : 0, GeneratorHandle.Of(generator),
                out TensorHandle result).ThrowIfFailed();
            return new Tensor(result);
        }
    }
}
