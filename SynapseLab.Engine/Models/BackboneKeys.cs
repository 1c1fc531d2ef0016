using System.Text.RegularExpressions;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Models;

/// <summary>
/// Names of weights elsewhere → ours. torchvision's r3d_18 calls the stem stem.0 / stem.1 and numbers each convolution with
/// its batch norm as a pair: layer1.0.conv1.0.weight is our layer1.0.conv1.weight, layer1.0.conv1.1.weight our
/// layer1.0.bn1.weight. A classifier (fc) is left out.
/// </summary>
internal static partial class BackboneKeys
{
    internal static TorchDictionary Normalise(TorchDictionary stateDict) =>
        TorchDictionary.StateDict(stateDict
            .Where(entry => entry is { Key: string, Value: TensorData })
            .Select(entry => KeyValuePair.Create(Rename((string)entry.Key), (TensorData)entry.Value!))
            .Where(entry => !entry.Key.StartsWith("fc.", StringComparison.Ordinal)));

    /// <summary>The part of a checkpoint's weights below a prefix, with the prefix taken off.</summary>
    internal static TorchDictionary Below(TorchDictionary stateDict, string prefix) =>
        TorchDictionary.StateDict(stateDict
            .Where(entry => entry is { Key: string, Value: TensorData } && ((string)entry.Key).StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(((string)entry.Key)[prefix.Length..], (TensorData)entry.Value!)));

    private static string Rename(string key)
    {
        key = Regex.Replace(key, @"^stem\.0\.", "conv1.");
        key = Regex.Replace(key, @"^stem\.1\.", "bn1.");
        key = ConvolutionOfPair().Replace(key, "conv$1.");
        return NormOfPair().Replace(key, "bn$1.");
    }

    [GeneratedRegex(@"(?<=^layer\d\.\d+\.)conv(\d)\.0\.")]
    private static partial Regex ConvolutionOfPair();

    [GeneratedRegex(@"(?<=^layer\d\.\d+\.)conv(\d)\.1\.")]
    private static partial Regex NormOfPair();
}
