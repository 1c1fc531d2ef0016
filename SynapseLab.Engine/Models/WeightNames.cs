using System.Text.RegularExpressions;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Models;

/// <summary>
/// Names of weights elsewhere → ours.
/// <list type="bullet">
/// <item>A checkpoint's weights lie under model_state_dict or state_dict, or the file is the state dict itself.</item>
/// <item>nn.DataParallel leads every name by "module."; our own checkpoints lead the backbone's by "backbone.".</item>
/// <item>torchvision's r3d_18 calls the stem stem.0 / stem.1 and numbers each convolution with its batch norm as a pair:
/// layer1.0.conv1.0.weight is our layer1.0.conv1.weight, layer1.0.conv1.1.weight our layer1.0.bn1.weight.</item>
/// <item>3D-ResNets (Hara et al.), MedicalNet and synister's VGG3D have our names.</item>
/// </list>
/// </summary>
internal static partial class WeightNames
{
    /// <summary>The origin MedicalNet.</summary>
    internal const string MedicalNet = "MedicalNet";

    /// <summary>The origin 3D-ResNets of Hara et al., and others that look like them.</summary>
    internal const string Hara = "3D-ResNet";

    private static readonly string[] s_containers = ["model_state_dict", "state_dict"];

    /// <summary>Weights under our names, and where they seem to come from.</summary>
    internal static NamedWeights Read(TorchDictionary file)
    {
        var weights = Tensors(Unwrap(file));
        bool isParallel = weights.Count > 0 && weights.All(entry => entry.Key.StartsWith("module.", StringComparison.Ordinal));
        weights = isParallel ? Below(weights, "module.") : weights;
        var own = Below(weights, "backbone.");
        string origin = own.Count > 0 ? "own checkpoint" : Origin(weights, isParallel);
        string[] beside = own.Count == 0 ? [] : [.. weights.Select(entry => entry.Key).Where(name => !name.StartsWith("backbone.", StringComparison.Ordinal))];
        return new(origin, TorchDictionary.StateDict((own.Count > 0 ? own : weights).Select(entry => KeyValuePair.Create(Rename(entry.Key), entry.Value))), beside);
    }

    private static TorchDictionary Unwrap(TorchDictionary file) =>
        s_containers.Select(name => file.TryGetValue(name, out object? inner) ? inner as TorchDictionary : null).FirstOrDefault(inner => inner is not null) ?? file;

    private static List<KeyValuePair<string, TensorData>> Tensors(TorchDictionary stateDict) =>
        [.. stateDict.Where(entry => entry is { Key: string, Value: TensorData }).Select(entry => KeyValuePair.Create((string)entry.Key, (TensorData)entry.Value!))];

    private static List<KeyValuePair<string, TensorData>> Below(List<KeyValuePair<string, TensorData>> weights, string prefix) =>
        [.. weights.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => KeyValuePair.Create(entry.Key[prefix.Length..], entry.Value))];

    private static string Origin(List<KeyValuePair<string, TensorData>> weights, bool isParallel)
    {
        return Has("stem.0.") ? "torchvision r3d_18"
            : Has("conv_seg.") ? MedicalNet
            : weights.FirstOrDefault(entry => entry.Key == "classifier.6.bias").Value is { } bias ? $"VGG3D of {bias.Count} classes"
            : Has("features.") ? "VGG3D"
            : Has("fc.") || isParallel ? Hara
            : "plain state dict";

        bool Has(string prefix) => weights.Exists(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string Rename(string key)
    {
        key = StemOfPair().Replace(key, match => match.ValueSpan[^2] == '0' ? "conv1." : "bn1.");
        key = ConvolutionOfPair().Replace(key, "conv$1.");
        return NormOfPair().Replace(key, "bn$1.");
    }

    [GeneratedRegex(@"^stem\.[01]\.")]
    private static partial Regex StemOfPair();

    [GeneratedRegex(@"(?<=^layer\d\.\d+\.)conv(\d)\.0\.")]
    private static partial Regex ConvolutionOfPair();

    [GeneratedRegex(@"(?<=^layer\d\.\d+\.)conv(\d)\.1\.")]
    private static partial Regex NormOfPair();
}

/// <summary>Weights under our names.</summary>
/// <param name="Origin">Whose names they had, in words.</param>
/// <param name="Weights">Name → tensor; a classifier of another task is still there.</param>
/// <param name="Beside">Weights of our own checkpoint that are not the backbone's: projection heads and the like.</param>
internal sealed record NamedWeights(string Origin, TorchDictionary Weights, IReadOnlyList<string> Beside)
{
    /// <summary>What its network saw as raw: [−1, 1] of a VGG3D with a classifier, as the public checkpoint; null where weights do not tell.</summary>
    internal InputScaling? Scaling => Find("features.0.weight") is not null && Find("classifier.0.weight") is not null ? InputScaling.SignedUnit : null;

    /// <summary>A tensor, or null.</summary>
    internal TensorData? Find(string name) => Weights.TryGetValue(name, out object? value) ? (TensorData)value! : null;
}
