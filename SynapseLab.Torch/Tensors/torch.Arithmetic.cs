namespace TorchSharp;

public static partial class torch
{
    // The same as the methods of Tensor, written as functions.

    /// <summary>left + right, elementwise with broadcasting.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary>left − right, elementwise with broadcasting.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary>left · right, elementwise with broadcasting.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary>left ∕ right, elementwise with broadcasting.</summary>
    public static Tensor div(Tensor left, Tensor right) => left.div(right);

    /// <summary>left = right, elementwise with broadcasting.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary>left ≠ right, elementwise with broadcasting.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary>left > right, elementwise with broadcasting.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary>left ≥ right, elementwise with broadcasting.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary>left &lt; right, elementwise with broadcasting.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary>left ≤ right, elementwise with broadcasting.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary>Logical and, elementwise with broadcasting.</summary>
    public static Tensor logical_and(Tensor left, Tensor right) => left.logical_and(right);

    /// <summary>Logical or, elementwise with broadcasting.</summary>
    public static Tensor logical_or(Tensor left, Tensor right) => left.logical_or(right);

    /// <summary>left + right, elementwise.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary>left − right, elementwise.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary>left · right, elementwise.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary>left ∕ right, elementwise.</summary>
    public static Tensor div(Tensor left, Scalar right) => left.div(right);

    /// <summary>True where the element is 0.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>The larger of both, elementwise.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of both, elementwise.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>x where the condition holds, y elsewhere; sizes broadcast.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => x.where(condition, y);

    /// <summary>True when |target − other| ≤ atol + rtol · |other| everywhere.</summary>
    public static bool allclose(Tensor target, Tensor other, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) => target.allclose(other, rtol, atol, equal_nan);

    /// <summary>True when shape and elements agree.</summary>
    public static bool equal(Tensor target, Tensor other) => target.equal(other);
}
