using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Numbers drawn for a whole batch before any of it is changed; how many never depends on their values, so that one
/// transform's outcome does not shift the next one's draws.
/// </summary>
internal static class Draws
{
    /// <summary><paramref name="count"/> values uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    internal static float[] Uniform(int count, double low, double high, Generator generator)
    {
        using var unit = rand(count, generator: generator); // (count)
        return [.. unit.data<float>().ToArray().Select(u => (float)(low + ((high - low) * u)))];
    }

    /// <summary><paramref name="count"/> values of the normal distribution N(<paramref name="mean"/>, <paramref name="sigma"/>²).</summary>
    internal static float[] Normal(int count, double mean, double sigma, Generator generator)
    {
        using var standard = randn(count, generator: generator); // (count)
        return [.. standard.data<float>().ToArray().Select(z => (float)(mean + (sigma * z)))];
    }

    /// <summary><paramref name="count"/> coins that fall true with a probability.</summary>
    internal static bool[] Chance(int count, double probability, Generator generator) =>
        [.. Uniform(count, 0, 1, generator).Select(u => u < probability)];

    /// <summary><paramref name="count"/> integers uniform in <paramref name="low"/> … <paramref name="high"/>, both included.</summary>
    internal static int[] Integers(int count, int low, int high, Generator generator) =>
        [.. Uniform(count, low, high + 1, generator).Select(u => Math.Min(high, (int)u))];

    /// <summary>One value a sample, shaped to act on cubes: (N, 1, 1, 1, 1) on the batch's device.</summary>
    internal static Tensor PerSample(float[] values, Device device) =>
        tensor(values, [values.Length, 1, 1, 1, 1], device: device);

    /// <summary>Sample i of <paramref name="changed"/> where <paramref name="applies"/>[i], else of <paramref name="original"/>, bit for bit.</summary>
    internal static Tensor Select(bool[] applies, Tensor changed, Tensor original)
    {
        using var chosen = tensor(applies, [applies.Length, 1, 1, 1, 1], device: original.device);
        return where(chosen, changed, original);
    }
}
