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

    /// <summary><paramref name="count"/> coins that fall true with a probability.</summary>
    internal static bool[] Chance(int count, double probability, Generator generator) =>
        [.. Uniform(count, 0, 1, generator).Select(u => u < probability)];

    /// <summary><paramref name="count"/> integers uniform in <paramref name="low"/> … <paramref name="high"/>, both included.</summary>
    internal static int[] Integers(int count, int low, int high, Generator generator) =>
        [.. Uniform(count, low, high + 1, generator).Select(u => Math.Min(high, (int)u))];

    /// <summary>One value a sample, shaped to act on cubes: (N, 1, 1, 1, 1) on the batch's device.</summary>
    internal static Tensor PerSample(float[] values, Device device) =>
        tensor(values, [values.Length, 1, 1, 1, 1], device: device);
}
