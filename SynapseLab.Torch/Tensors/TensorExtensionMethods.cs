namespace TorchSharp;

/// <summary>.NET numbers out of tensors of one element, whatever their element type.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The single element as double precision.</summary>
    public static double ToDouble(this torch.Tensor value) => value.ItemDouble();

    /// <summary>The single element as single precision.</summary>
    public static float ToSingle(this torch.Tensor value) => (float)value.ItemDouble();

    /// <summary>The single element as a whole number.</summary>
    public static int ToInt32(this torch.Tensor value) => checked((int)value.ItemInt64());

    /// <summary>The single element as a whole number.</summary>
    public static long ToInt64(this torch.Tensor value) => value.ItemInt64();

    /// <summary>True when the single element is not 0.</summary>
    public static bool ToBoolean(this torch.Tensor value) => value.ItemDouble() != 0;
}
