namespace TorchSharp;

public static partial class torch
{
    // The same as the methods of Tensor, written as functions.

    /// <summary>|x|, elementwise.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>−x, elementwise.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>eˣ, elementwise.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>Natural logarithm, elementwise.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>log(1 + x), elementwise.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>√x, elementwise.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>1 ∕ √x, elementwise.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>x², elementwise.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary>max(x, 0), elementwise.</summary>
    public static Tensor relu(Tensor input) => input.relu();

    /// <summary>1 ∕ (1 + e⁻ˣ), elementwise.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Hyperbolic tangent, elementwise.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>Sine of radians, elementwise.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Cosine of radians, elementwise.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Largest whole number not above x.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Smallest whole number not below x.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Nearest whole number, halves to even.</summary>
    public static Tensor round(Tensor input) => input.round();

    /// <summary>−1, 0 or 1, elementwise.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>True where the element is neither infinite nor NaN.</summary>
    public static Tensor isfinite(Tensor input) => input.isfinite();

    /// <summary>True where the element is NaN.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where the element is infinite.</summary>
    public static Tensor isinf(Tensor input) => input.isinf();

    /// <summary>Limits the values to [min, max].</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary>input raised to the power of exponent, elementwise.</summary>
    public static Tensor pow(Tensor input, Scalar exponent) => input.pow(exponent);

    /// <summary>input raised to the power of exponent, elementwise.</summary>
    public static Tensor pow(Tensor input, Tensor exponent) => input.pow(exponent);

    /// <summary>Angle of (x = other, y = input) in radians.</summary>
    public static Tensor atan2(Tensor input, Tensor other) => input.atan2(other);

    /// <summary>input + weight · (end − input), elementwise.</summary>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => input.lerp(end, weight);
}
