using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Torch.Serialization;

/// <summary>Between a tensor of libtorch and one of a file; the only place here that needs libtorch.</summary>
public static class TensorDataConversion
{
    /// <summary>A copy of the tensor's elements, from whatever device, contiguous.</summary>
    /// <exception cref="NotSupportedException">Its type has no place in a file (complex, int8, int16).</exception>
    public static TensorData ToTensorData(this Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var contiguous = tensor.detach().cpu().contiguous();
        return new TensorData(ToElementType(tensor.dtype), tensor.shape, contiguous.bytes.ToArray());
    }

    /// <summary>A new tensor on the CPU; the caller (or its scope) owns it.</summary>
    public static Tensor ToTensor(this TensorData data)
    {
        var tensor = empty([.. data.Shape], ToScalarType(data.ElementType));
        data.Bytes.CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>A module's state dict, PyTorch's names in PyTorch's order.</summary>
    public static TorchDictionary StateDict(nn.Module module) =>
        TorchDictionary.StateDict(module.state_dict().Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToTensorData())));

    /// <summary>Loads a state dict whose names must agree with the module's exactly.</summary>
    /// <exception cref="TorchFileException">Names or shapes differ, or an entry is no tensor; the module is unchanged.</exception>
    public static void LoadStateDict(nn.Module module, TorchDictionary stateDict)
    {
        using var scope = NewDisposeScope();
        try
        {
            module.load_state_dict(stateDict.Keys.ToDictionary(key => (string)key, key => stateDict.Get<TensorData>(key).ToTensor()));
        }
        catch (InvalidOperationException e)
        {
            throw new TorchFileException(TorchFileProblem.Unsupported, e.Message, e);
        }
    }

    private static TensorElementType ToElementType(ScalarType type) => type switch
    {
        ScalarType.Float32 => TensorElementType.Float32,
        ScalarType.Float64 => TensorElementType.Float64,
        ScalarType.Float16 => TensorElementType.Float16,
        ScalarType.BFloat16 => TensorElementType.BFloat16,
        ScalarType.Int64 => TensorElementType.Int64,
        ScalarType.Int32 => TensorElementType.Int32,
        ScalarType.Byte => TensorElementType.UInt8,
        ScalarType.Bool => TensorElementType.Bool,
        _ => throw new NotSupportedException($"Expected a tensor of float, integer, byte or bool, got {type}."),
    };

    private static ScalarType ToScalarType(TensorElementType type) => type switch
    {
        TensorElementType.Float32 => ScalarType.Float32,
        TensorElementType.Float64 => ScalarType.Float64,
        TensorElementType.Float16 => ScalarType.Float16,
        TensorElementType.BFloat16 => ScalarType.BFloat16,
        TensorElementType.Int64 => ScalarType.Int64,
        TensorElementType.Int32 => ScalarType.Int32,
        TensorElementType.UInt8 => ScalarType.Byte,
        _ => ScalarType.Bool,
    };
}
