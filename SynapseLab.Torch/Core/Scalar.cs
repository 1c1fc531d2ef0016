using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number that keeps whether it is whole, real or a truth value; made implicitly from .NET numbers.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(NativeScalar native) => Native = native;

    internal NativeScalar Native { get; }

    public static implicit operator Scalar(byte value) => new(NativeScalar.From((long)value));

    public static implicit operator Scalar(sbyte value) => new(NativeScalar.From((long)value));

    public static implicit operator Scalar(short value) => new(NativeScalar.From((long)value));

    public static implicit operator Scalar(int value) => new(NativeScalar.From((long)value));

    public static implicit operator Scalar(long value) => new(NativeScalar.From(value));

    public static implicit operator Scalar(Half value) => new(NativeScalar.From((double)value));

    public static implicit operator Scalar(float value) => new(NativeScalar.From((double)value));

    public static implicit operator Scalar(double value) => new(NativeScalar.From(value));

    public static implicit operator Scalar(bool value) => new(NativeScalar.From(value));

    /// <summary>Holds nothing native; there because TorchSharp's Scalar is disposable.</summary>
    public void Dispose()
    {
    }

    internal static NativeScalar NativeOf(Scalar? scalar) => scalar is null ? NativeScalar.None : scalar.Native;
}
