namespace SynapseLab.Torch.Serialization;

/// <summary>
/// A Python dict as a checkpoint holds it, in its order. Keys are string or long; values are null, bool, long, double,
/// string, <see cref="TensorData"/>, <see cref="TorchDictionary"/> or <see cref="List{T}"/> of these.
/// </summary>
public sealed class TorchDictionary : OrderedDictionary<object, object?>
{
    /// <summary>Whether Python sees a collections.OrderedDict (as state dicts are) rather than a dict.</summary>
    public bool IsOrderedDict { get; init; }

    /// <summary>A state dict: names to tensors.</summary>
    public static TorchDictionary StateDict(IEnumerable<KeyValuePair<string, TensorData>> tensors)
    {
        var dictionary = new TorchDictionary { IsOrderedDict = true };
        foreach (var (name, tensor) in tensors)
        {
            dictionary.Add(name, tensor);
        }

        return dictionary;
    }

    /// <summary>The value under a key that must be there with this type.</summary>
    /// <exception cref="TorchFileException">It is missing or of another type.</exception>
    public T Get<T>(object key)
    {
        if (!TryGetValue(key, out object? value))
        {
            throw TorchFileException.Damaged($"expected an entry '{key}', got only {string.Join(", ", Keys.Take(12))}");
        }

        return value is T typed
            ? typed
            : throw TorchFileException.Damaged($"expected '{key}' to be {typeof(T).Name}, got {value?.GetType().Name ?? "None"}");
    }
}
