using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynapseLab.Engine.Evaluation;

/// <summary>float64 row operations with four lanes, whatever the processor has: the same bits everywhere.</summary>
internal static class RowArithmetic
{
    private const int Lanes = 4;

    /// <summary>Σ a·b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref double first = ref MemoryMarshal.GetReference(a);
        ref double second = ref MemoryMarshal.GetReference(b);
        Vector256<double> even = default, odd = default;
        int i = 0;
        for (; i + (2 * Lanes) <= a.Length; i += 2 * Lanes)
        {
            even += Vector256.LoadUnsafe(ref first, (nuint)i) * Vector256.LoadUnsafe(ref second, (nuint)i);
            odd += Vector256.LoadUnsafe(ref first, (nuint)(i + Lanes)) * Vector256.LoadUnsafe(ref second, (nuint)(i + Lanes));
        }
        double sum = Vector256.Sum(even + odd);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// <summary>target ← target + factor · source.</summary>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        ref double to = ref MemoryMarshal.GetReference(target);
        ref double from = ref MemoryMarshal.GetReference(source);
        int i = 0;
        for (; i + Lanes <= target.Length; i += Lanes)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (factor * Vector256.LoadUnsafe(ref from, (nuint)i))).StoreUnsafe(ref to, (nuint)i);
        }
        for (; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }

    /// <summary>values ← factor · values.</summary>
    public static void Scale(Span<double> values, double factor)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>(lower, upper) ← (c·lower − s·upper, s·lower + c·upper).</summary>
    public static void RotateRows(Span<double> lower, Span<double> upper, double cosine, double sine)
    {
        ref double low = ref MemoryMarshal.GetReference(lower);
        ref double high = ref MemoryMarshal.GetReference(upper);
        int i = 0;
        for (; i + Lanes <= lower.Length; i += Lanes)
        {
            Vector256<double> a = Vector256.LoadUnsafe(ref low, (nuint)i), b = Vector256.LoadUnsafe(ref high, (nuint)i);
            ((cosine * a) - (sine * b)).StoreUnsafe(ref low, (nuint)i);
            ((sine * a) + (cosine * b)).StoreUnsafe(ref high, (nuint)i);
        }
        for (; i < lower.Length; i++)
        {
            (lower[i], upper[i]) = ((cosine * lower[i]) - (sine * upper[i]), (sine * lower[i]) + (cosine * upper[i]));
        }
    }
}
