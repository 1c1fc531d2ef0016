namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters, written in place. Draws come from the device's default generator unless one is given.</summary>
        public static partial class init
        {
            /// <summary>Which count of connections scales the draws.</summary>
            public enum FanInOut
            {
                FanIn,
                FanOut,
            }

            /// <summary>The function after the layer.</summary>
            public enum NonlinearityType
            {
                Linear = 0,
                Conv1D = 1,
                Conv2D = 2,
                Conv3D = 3,
                ConvTranspose1D = 4,
                ConvTranspose2D = 5,
                ConvTranspose3D = 6,
                Sigmoid = 7,
                Tanh = 8,
                ReLU = 9,
                LeakyReLU = 10,
            }

            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val) => InPlace(tensor, t => t.fill_(val));

            /// <summary>1 everywhere.</summary>
            public static Tensor ones_(Tensor tensor) => InPlace(tensor, t => t.fill_(1));

            /// <summary>0 everywhere.</summary>
            public static Tensor zeros_(Tensor tensor) => InPlace(tensor, t => t.zero_());

            /// <summary>Draws from N(mean, std²).</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0.0, double std = 1.0, Generator? generator = null)
                => InPlace(tensor, t => t.normal_(mean, std, generator));

            /// <summary>Draws from [low, high).</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
                => InPlace(tensor, t => t.uniform_(low, high, generator));

            /// <summary>N(0, gain² ∕ fan), after He et al. 2015, equation 10 (https://arxiv.org/abs/1502.01852).</summary>
            /// <param name="tensor">(out, in, …).</param>
            /// <param name="a">Slope of LeakyReLU below 0.</param>
            /// <param name="mode">FanIn keeps the variance of the forward pass, FanOut that of the gradients.</param>
            /// <param name="nonlinearity">The function after the layer.</param>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
                => normal_(tensor, 0, calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode)));

            /// <summary>U(−b, b) with b = √3 · gain ∕ √fan, after He et al. 2015.</summary>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                double bound = Math.Sqrt(3) * calculate_gain(nonlinearity, a) / Math.Sqrt(Fan(tensor, mode));
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Draws from N(mean, std²) limited to [a, b], by the inverse of the distribution function.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0.0, double std = 1.0, double a = -2.0, double b = 2.0, Generator? generator = null)
            {
                // With Φ(x) = (1 + erf(x ∕ √2)) ∕ 2, uniform draws of 2Φ − 1 between the bounds go through erfinv.
                double low = Erf((a - mean) / std / Math.Sqrt(2));
                double high = Erf((b - mean) / std / Math.Sqrt(2));
                return InPlace(tensor, t => t.uniform_(low, high, generator).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            /// <summary>How much a function shrinks the standard deviation of what passes it.</summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0.0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + (param * param))),
                _ => 1,
            };

            private static double Fan(Tensor tensor, FanInOut mode)
            {
                long[] shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException($"The fan needs a tensor of at least 2 dimensions (out, in, …), {shape.Length} came.", nameof(tensor));
                }

                long field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (mode == FanInOut.FanIn ? shape[1] : shape[0]) * field;
            }

            private static double Erf(double x)
            {
                using Tensor value = tensor(x);
                return value.erf_().ToDouble();
            }

            private static Tensor InPlace(Tensor tensor, Action<Tensor> fill)
            {
                using IDisposable noGrad = no_grad();
                fill(tensor);
                return tensor;
            }
        }
    }
}
