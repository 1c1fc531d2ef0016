namespace SynapseLab.Engine.Training;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): ours, so that what was drawn outlives a change of .NET's Random.</summary>
internal struct SplitMix64(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>A sequence of its own for each combination of numbers.</summary>
    internal static SplitMix64 Of(long seed, params ReadOnlySpan<int> numbers)
    {
        ulong state = unchecked((ulong)seed);
        foreach (int number in numbers)
        {
            state = Mix(state + (Step * ((ulong)(uint)number + 1)));
        }

        return new(state);
    }

    /// <summary>Uniform in 0 … count − 1.</summary>
    internal int Below(int count)
    {
        _state += Step;
        return (int)(((UInt128)Mix(_state) * (ulong)count) >> 64);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
