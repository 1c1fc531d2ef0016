using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Models;

/// <summary>The formulas of Fixtures/models/make_resnet3d.py: sin(0.7·i + phase), scaled by what the tensor is.</summary>
internal static class FormulaWeights
{
    /// <summary>The same shapes with the fixture's values; the phase is the place in the state dict.</summary>
    internal static TorchDictionary Fill(TorchDictionary stateDict) =>
        TorchDictionary.StateDict(stateDict.Select((entry, k) => KeyValuePair.Create((string)entry.Key, Values((string)entry.Key, (TensorData)entry.Value!, k))));

    /// <summary>0.5 + 0.5·sin(0.7·i + 0.5).</summary>
    internal static float[] Input(int count) => [.. Wave(count, 0.5).Select(value => (float)(0.5 + (0.5 * value)))];

    private static TensorData Values(string name, TensorData tensor, int k)
    {
        if (name.EndsWith("num_batches_tracked", StringComparison.Ordinal))
        {
            return tensor;
        }

        bool isVector = tensor.Shape.Count == 1;
        bool isNearOne = isVector && (name.EndsWith("running_var", StringComparison.Ordinal) || name.EndsWith("weight", StringComparison.Ordinal));
        double scale = isNearOne ? 0.3 : isVector ? 0.1 : 0.3 * Math.Sqrt(2.0 / (tensor.Count / tensor.Shape[0]));
        float[] values = [.. Wave((int)tensor.Count, k).Select(value => (float)((isNearOne ? 1 : 0) + (scale * value)))];
        return TensorData.From<float>(values, [.. tensor.Shape]);
    }

    private static IEnumerable<double> Wave(int count, double phase) => Enumerable.Range(0, count).Select(i => Math.Sin((0.7 * i) + phase));
}
