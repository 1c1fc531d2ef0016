using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynapseLab.Engine.Evaluation;

/// <summary>
/// Rows padded with zeros to whole vectors of 16 floats, so that the distance loops have no tail. Zeros in both operands add
/// nothing to a squared distance.
/// </summary>
internal sealed class PaddedRows
{
    private const int Lanes = 16;

    /// <summary>Rows of zeros, (count, dimension).</summary>
    public PaddedRows(int count, int dimension)
    {
        Count = count;
        Dimension = dimension;
        Stride = (dimension + Lanes - 1) / Lanes * Lanes;
        Values = new float[(long)count * Stride];
    }

    /// <summary>(count, stride) row-major; what lies beyond a row's dimension is 0.</summary>
    public float[] Values { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Values of a row.</summary>
    public int Dimension { get; }

    /// <summary>Floats from one row to the next, a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>A copy of a matrix, (n, d).</summary>
    public static PaddedRows From(EmbeddingMatrix x)
    {
        PaddedRows rows = new(x.Count, x.Dimension);
        for (int i = 0; i < x.Count; i++)
        {
            x.Row(i).CopyTo(rows.Row(i));
        }
        return rows;
    }

    /// <summary>The row without its padding, (d).</summary>
    public Span<float> Row(int i) => Values.AsSpan(i * Stride, Dimension);

    /// <summary>
    /// Squared Euclidean distances of one row to all rows of <paramref name="others"/>, (m). Always 16 lanes, whatever the
    /// processor has, so that the sums, and with them every seeded result, are the same bits everywhere.
    /// </summary>
    public void SquaredDistances(int row, PaddedRows others, Span<float> result)
    {
        ref float a = ref Values[row * Stride];
        ref float b = ref MemoryMarshal.GetArrayDataReference(others.Values);
        nuint stride = (nuint)Stride;
        int j = 0;
        for (; j + 4 <= others.Count; j += 4)
        {
            nuint start = (nuint)j * stride;
            Vector512<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            for (nuint c = 0; c < stride; c += Lanes)
            {
                Vector512<float> mine = Vector512.LoadUnsafe(ref a, c);
                sum0 = AddSquare(mine, ref b, start + c, sum0);
                sum1 = AddSquare(mine, ref b, start + stride + c, sum1);
                sum2 = AddSquare(mine, ref b, start + (2 * stride) + c, sum2);
                sum3 = AddSquare(mine, ref b, start + (3 * stride) + c, sum3);
            }
            result[j] = Vector512.Sum(sum0);
            result[j + 1] = Vector512.Sum(sum1);
            result[j + 2] = Vector512.Sum(sum2);
            result[j + 3] = Vector512.Sum(sum3);
        }
        for (; j < others.Count; j++)
        {
            result[j] = SquaredDistance(row, others, j);
        }
    }

    /// <summary>Squared Euclidean distance of one row to one other; the same bits as <see cref="SquaredDistances"/>.</summary>
    public float SquaredDistance(int row, PaddedRows others, int other)
    {
        ref float a = ref Values[row * Stride];
        ref float b = ref others.Values[other * Stride];
        Vector512<float> sum = default;
        for (nuint c = 0; c < (nuint)Stride; c += Lanes)
        {
            sum = AddSquare(Vector512.LoadUnsafe(ref a, c), ref b, c, sum);
        }
        return Vector512.Sum(sum);
    }

    private static Vector512<float> AddSquare(Vector512<float> mine, ref float others, nuint at, Vector512<float> sum)
    {
        Vector512<float> difference = mine - Vector512.LoadUnsafe(ref others, at);
        return Vector512.FusedMultiplyAdd(difference, difference, sum);
    }
}
