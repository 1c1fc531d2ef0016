using SynapseLab.Torch.Serialization;

namespace SynapseLab.Tests.Training;

/// <summary>Whether two checkpoints would go on alike: bit for bit in all that a run carries on.</summary>
internal static class CheckpointComparison
{
    internal static void AssertSameState(TorchDictionary expected, TorchDictionary actual)
    {
        foreach (string part in (string[])["model_state_dict", "optimizer_state_dict", "generator_states", "sampler_state"])
        {
            AssertSame(expected[part], actual[part], part);
        }
    }

    internal static void AssertSame(object? expected, object? actual, string where)
    {
        switch (expected, actual)
        {
            case (TorchDictionary a, TorchDictionary b):
                Assert.Equal(a.Keys, b.Keys);
                a.Keys.ToList().ForEach(key => AssertSame(a[key], b[key], $"{where}/{key}"));
                break;
            case (List<object?> a, List<object?> b):
                Assert.Equal(a.Count, b.Count);
                a.Zip(b).ToList().ForEach(pair => AssertSame(pair.First, pair.Second, where));
                break;
            case (TensorData a, TensorData b):
                Assert.True(a.Bytes.AsSpan().SequenceEqual(b.Bytes), $"{where} differs");
                break;
            default:
                Assert.True(Equals(expected, actual), $"{where}: {expected} against {actual}");
                break;
        }
    }
}
