using System.Numerics;

namespace SynapseLab.Engine.Phantom;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): a small generator whose
/// sequence is fixed here, so that files stay bit-equal whatever the runtime's own generators become.
/// </summary>
internal sealed class RandomStream(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Mixes 64 bits so that neighbouring inputs give unrelated outputs.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9UL;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBUL;
        return bits ^ (bits >> 31);
    }

    /// <summary>Approximately N(0, 1) from one hash: the scaled sum of its four 16-bit parts, within ±3.46.</summary>
    public static float Gaussian(ulong hash)
    {
        int sum = (int)(hash & 0xFFFF) + (int)((hash >> 16) & 0xFFFF) + (int)((hash >> 32) & 0xFFFF) + (int)(hash >> 48);
        return (sum - 131070) * (1.7320508f / 65535f);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits() => Mix(_state += 0x9E3779B97F4A7C15UL);

    /// <summary>A stream of its own; what it draws does not move this one.</summary>
    public RandomStream Fork() => new(NextBits());

    /// <summary>Uniform in [0, 1).</summary>
    public float Next() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [low, high).</summary>
    public float Uniform(float low, float high) => low + ((high - low) * Next());

    /// <summary>Uniform in 0 … count − 1.</summary>
    public int Index(int count) => (int)(NextBits() % (ulong)count);

    /// <summary>True with this probability.</summary>
    public bool Chance(float probability) => Next() < probability;

    /// <summary>Approximately N(mean, deviation).</summary>
    public float Gaussian(float mean, float deviation) => mean + (deviation * Gaussian(NextBits()));

    /// <summary>A direction, uniform on the unit sphere (Archimedes: z and longitude are uniform).</summary>
    public Vector3 Direction()
    {
        float z = Uniform(-1, 1);
        (float sin, float cos) = MathF.SinCos(Uniform(0, MathF.Tau));
        float radius = MathF.Sqrt(1 - (z * z));
        return new Vector3(radius * cos, radius * sin, z);
    }

    /// <summary>Fisher–Yates shuffle in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Index(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
