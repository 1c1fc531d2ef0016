using System.Numerics;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// A small generator with a fixed sequence on every platform and runtime: xoshiro256** (Blackman and Vigna 2021), its state
/// filled by SplitMix64. <c>System.Random</c> promises no such sequence across versions.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _a, _b, _c, _d;

    /// <param name="seed">Same seed, same sequence.</param>
    /// <param name="stream">Independent sequences of one seed: the repeat, the k-means start, …</param>
    public SeededRandom(ulong seed, ulong stream = 0)
    {
        ulong state = seed ^ Mix(stream + 0x5DEECE66DUL);
        _a = Next(ref state);
        _b = Next(ref state);
        _c = Next(ref state);
        _d = Next(ref state);
    }

    /// <summary>Uniform over all 64-bit numbers.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="exclusiveMax"/> − 1 (multiply-shift; the bias is below 2⁻³²).</summary>
    public int NextInt(int exclusiveMax) => (int)(((NextUInt64() >> 32) * (ulong)exclusiveMax) >> 32);

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double NextGaussian() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>The first <paramref name="count"/> places of a random permutation of 0 … n − 1 (Fisher and Yates).</summary>
    public int[] Sample(int n, int count)
    {
        int[] order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }
        for (int i = 0; i < count; i++)
        {
            int j = i + NextInt(n - i);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order[..count];
    }

    private static ulong Next(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
