using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Torch.Serialization;

/// <summary>Torch files and values to write.</summary>
internal static class TorchFileSamples
{
    /// <summary>A file that Python wrote.</summary>
    internal static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "serialization", name);

    /// <summary>A value of every kind.</summary>
    internal static TorchDictionary Sample() => new()
    {
        ["weight"] = TensorData.From<float>([0, 1, 2, 3, 4, 5], 2, 3),
        ["half"] = new TensorData(TensorElementType.BFloat16, [1], [0x80, 0x3f]),
        ["flags"] = TensorData.From<bool>([true, false], 2),
        ["scalar"] = TensorData.From<long>([7]),
        ["nested"] = new TorchDictionary { IsOrderedDict = true, [0L] = new TorchDictionary { ["x"] = TensorData.From<double>([1], 1) } },
        ["list"] = new List<object?> { 1L, "two", null, false },
        ["epoch"] = 3,
        ["large"] = 1L << 40,
        ["smallest"] = long.MinValue,
        ["rate"] = 0.07,
        ["text"] = "Synapse µ",
    };

    /// <summary>Writes a value into a folder; answers the file.</summary>
    internal static string Save(string dir, object value)
    {
        string path = Path.Combine(dir, "value.pt");
        using var file = File.Create(path);
        TorchFile.Write(file, value);
        return path;
    }
}
