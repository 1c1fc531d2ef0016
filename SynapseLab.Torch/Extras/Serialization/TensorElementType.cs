namespace SynapseLab.Torch.Serialization;

/// <summary>Element types that checkpoint files hold.</summary>
public enum TensorElementType
{
    /// <summary>IEEE 754 binary32.</summary>
    Float32,

    /// <summary>IEEE 754 binary64.</summary>
    Float64,

    /// <summary>IEEE 754 binary16.</summary>
    Float16,

    /// <summary>The upper half of a binary32.</summary>
    BFloat16,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>32-bit signed integer.</summary>
    Int32,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8,

    /// <summary>One byte, 0 or 1.</summary>
    Bool,
}

/// <summary>Sizes and names of the element types in the two file formats.</summary>
internal static class TensorElementTypes
{
    /// <summary>(type, bytes an element, PyTorch's storage class, safetensors' dtype).</summary>
    private static readonly (TensorElementType Type, int Size, string Storage, string Safetensors)[] s_table =
    [
        (TensorElementType.Float32, 4, "FloatStorage", "F32"),
        (TensorElementType.Float64, 8, "DoubleStorage", "F64"),
        (TensorElementType.Float16, 2, "HalfStorage", "F16"),
        (TensorElementType.BFloat16, 2, "BFloat16Storage", "BF16"),
        (TensorElementType.Int64, 8, "LongStorage", "I64"),
        (TensorElementType.Int32, 4, "IntStorage", "I32"),
        (TensorElementType.UInt8, 1, "ByteStorage", "U8"),
        (TensorElementType.Bool, 1, "BoolStorage", "BOOL"),
    ];

    internal static int SizeInBytes(this TensorElementType type) => s_table[(int)type].Size;

    internal static string StorageName(this TensorElementType type) => s_table[(int)type].Storage;

    internal static string SafetensorsName(this TensorElementType type) => s_table[(int)type].Safetensors;

    /// <summary>The type of PyTorch's storage class, e.g. FloatStorage; null when it is none of ours.</summary>
    internal static TensorElementType? FromStorageName(string name) => Find(row => row.Storage == name);

    /// <summary>The type of safetensors' dtype, e.g. F32; null when it is none of ours.</summary>
    internal static TensorElementType? FromSafetensorsName(string name) => Find(row => row.Safetensors == name);

    private static TensorElementType? Find(Func<(TensorElementType Type, int Size, string Storage, string Safetensors), bool> matches)
    {
        foreach (var row in s_table)
        {
            if (matches(row))
            {
                return row.Type;
            }
        }

        return null;
    }
}
