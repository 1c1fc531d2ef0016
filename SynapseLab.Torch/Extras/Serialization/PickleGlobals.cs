namespace SynapseLab.Torch.Serialization;

/// <summary>A name that a pickle may refer to.</summary>
/// <param name="Name">Module and name, e.g. torch.FloatStorage.</param>
/// <param name="Storage">The element type when it is a storage class.</param>
internal sealed record PickleGlobal(string Name, TensorElementType? Storage);

/// <summary>The names a checkpoint may refer to, and what calling them builds. Every other is refused.</summary>
internal static class PickleGlobals
{
    private const string OrderedDict = "collections.OrderedDict";
    private const string RebuildTensor = "torch._utils._rebuild_tensor_v2";
    private const string RebuildOldTensor = "torch._utils._rebuild_tensor"; // before 0.4
    private const string RebuildParameter = "torch._utils._rebuild_parameter";

    /// <exception cref="TorchFileException">The name is none of ours.</exception>
    internal static PickleGlobal Find(string module, string name)
    {
        string full = $"{module}.{name}";
        if (full is OrderedDict or RebuildTensor or RebuildOldTensor or RebuildParameter)
        {
            return new(full, null);
        }

        if (module == "torch" && TensorElementTypes.FromStorageName(name) is { } type)
        {
            return new(full, type);
        }

        throw TorchFileException.Unsupported(
            $"the file refers to '{full}'; expected only tensors, numbers, text, lists and dicts. Save model.state_dict() instead of the object");
    }

    /// <summary>Builds what a pickle calls; a tensor of more than <paramref name="mostBytes"/> is refused.</summary>
    internal static object Call(PickleGlobal global, object?[] arguments, Func<StorageId, byte[]> readStorage, long mostBytes) => global.Name switch
    {
        OrderedDict when arguments.Length == 0 => new TorchDictionary { IsOrderedDict = true },
        RebuildTensor or RebuildOldTensor when arguments.Length >= 4 => Tensor(arguments, readStorage, mostBytes),
        RebuildParameter when arguments.Length >= 1 => (TensorData)arguments[0]!,
        _ => throw TorchFileException.Unsupported($"data.pkl: call of {global.Name} with {arguments.Length} arguments"),
    };

    /// <summary>_rebuild_tensor_v2(storage, offset, size, stride, …).</summary>
    private static TensorData Tensor(object?[] arguments, Func<StorageId, byte[]> readStorage, long mostBytes)
    {
        var id = (StorageId)arguments[0]!;
        long[] shape = Longs(arguments[2]);
        long[] strides = Longs(arguments[3]);
        byte[] bytes = Strides.Gather(readStorage(id), id.Type.SizeInBytes(), (long)arguments[1]!, shape, strides, mostBytes);
        return new TensorData(id.Type, shape, bytes);
    }

    private static long[] Longs(object? tuple) => [.. ((object?[])tuple!).Select(value => (long)value!)];
}

/// <summary>A storage of the archive: record <c>data/Key</c> with Count elements.</summary>
internal sealed record StorageId(TensorElementType Type, string Key, long Count)
{
    /// <summary>From the persistent id ('storage', type, key, device, count); before 1.6 a sixth entry named the view of another storage, or None.</summary>
    internal static StorageId From(object?[] id) =>
        id is ["storage", PickleGlobal { Storage: { } type }, string key, string, long count, .. [] or [null]]
            ? new(type, key, count)
            : throw TorchFileException.Unsupported("data.pkl: persistent id that names no storage");
}
