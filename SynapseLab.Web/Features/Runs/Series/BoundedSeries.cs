using System.Buffers.Binary;
using SynapseLab.Engine;

namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>
/// A run's values by step, bounded: at most <see cref="RowLimit"/> rows however long the run. When it is full, neighbouring
/// rows are averaged, and from then on each new row is the mean of twice as many steps. The full record is progress.jsonl.
/// Column 0 is the step; a mean row carries the step of its last value. Not thread-safe.
/// </summary>
internal sealed class BoundedSeries
{
    /// <summary>Most rows kept; a chart has fewer pixels.</summary>
    internal const int RowLimit = 2000;

    private const int HeaderBytes = 16;
    private const int FormatVersion = 1;
    private readonly List<double>[] _columns;
    private readonly double[] _sums;
    private readonly int[] _counts;
    private int _pending;

    internal BoundedSeries(int columnCount)
    {
        _columns = [.. Enumerable.Range(0, columnCount).Select(_ => new List<double>())];
        _sums = new double[columnCount];
        _counts = new int[columnCount];
    }

    /// <summary>Values per row.</summary>
    internal int ColumnCount => _columns.Length;

    /// <summary>Whole rows, without the one that is being averaged.</summary>
    internal int RowCount => _columns[0].Count;

    /// <summary>Appended rows that one kept row is the mean of.</summary>
    internal int Stride { get; private set; } = 1;

    /// <summary>The whole rows' values of one column.</summary>
    internal IReadOnlyList<double> Column(int column) => _columns[column];

    /// <summary>Adds one row; NaN is an absent value and does not enter a mean.</summary>
    internal void Append(params ReadOnlySpan<double> row)
    {
        for (int c = 0; c < _columns.Length; c++)
        {
            if (!double.IsNaN(row[c]))
            {
                _sums[c] = c == 0 ? row[c] : _sums[c] + row[c];
                _counts[c] = c == 0 ? 1 : _counts[c] + 1;
            }
        }

        if (++_pending >= Stride)
        {
            FlushPending();
        }

        if (RowCount >= RowLimit)
        {
            Halve();
        }
    }

    /// <summary>Drops every row after <paramref name="step"/>: a resumed run does those steps again.</summary>
    internal void TruncateAfter(double step)
    {
        FlushPending();
        int keep = _columns[0].FindLastIndex(value => value <= step) + 1;
        foreach (List<double> column in _columns)
        {
            column.RemoveRange(keep, column.Count - keep);
        }
    }

    /// <summary>Little-endian bytes: uint32 version, columns, rows, stride; float64 values column by column ("Series bytes" in docs/api.md).</summary>
    internal byte[] ToBytes()
    {
        int rows = RowCount + (_pending > 0 ? 1 : 0);
        byte[] bytes = new byte[HeaderBytes + (ColumnCount * rows * sizeof(double))];
        uint[] header = [FormatVersion, (uint)ColumnCount, (uint)rows, (uint)Stride];
        for (int i = 0; i < header.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), header[i]);
        }

        for (int c = 0; c < ColumnCount; c++)
        {
            for (int r = 0; r < rows; r++)
            {
                double value = r < RowCount ? _columns[c][r] : PendingMean(c);
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(HeaderBytes + (((c * rows) + r) * sizeof(double))), value);
            }
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="EngineException">The bytes are of another version, shape or length.</exception>
    internal static BoundedSeries FromBytes(ReadOnlySpan<byte> bytes, int columnCount) => FromBytes(bytes, columnCount, columnCount);

    /// <summary>What the history holds: empty for null; columns that an earlier version did not store yet are absent values.</summary>
    /// <param name="bytes">As <see cref="ToBytes"/> wrote them.</param>
    /// <param name="columnCount">Columns of now.</param>
    /// <param name="leastColumnCount">Columns of the first version.</param>
    /// <exception cref="EngineException">As <see cref="FromBytes(ReadOnlySpan{byte}, int)"/>.</exception>
    internal static BoundedSeries Stored(byte[]? bytes, int columnCount, int leastColumnCount) =>
        bytes is null ? new(columnCount) : FromBytes(bytes, columnCount, leastColumnCount);

    private static BoundedSeries FromBytes(ReadOnlySpan<byte> bytes, int columnCount, int leastColumnCount)
    {
        uint Header(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[(at * 4)..]);
        if (bytes.Length < HeaderBytes || Header(bytes, 0) != FormatVersion || Header(bytes, 1) < leastColumnCount || Header(bytes, 1) > columnCount
            || bytes.Length != HeaderBytes + ((long)Header(bytes, 1) * Header(bytes, 2) * sizeof(double)))
        {
            throw new EngineException($"Expected a stored series of {columnCount} columns, version {FormatVersion}; got {bytes.Length} bytes that are none. The run's progress.jsonl still holds every value.");
        }

        (int stored, int rows) = ((int)Header(bytes, 1), (int)Header(bytes, 2));
        var series = new BoundedSeries(columnCount) { Stride = Math.Max(1, (int)Header(bytes, 3)) };
        for (int c = 0; c < columnCount; c++)
        {
            for (int r = 0; r < rows; r++)
            {
                series._columns[c].Add(c < stored
                    ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[(HeaderBytes + (((c * rows) + r) * sizeof(double)))..])
                    : double.NaN);
            }
        }

        return series;
    }

    private double PendingMean(int column) => _counts[column] == 0 ? double.NaN : _sums[column] / _counts[column];

    private void FlushPending()
    {
        if (_pending == 0)
        {
            return;
        }

        for (int c = 0; c < ColumnCount; c++)
        {
            _columns[c].Add(PendingMean(c));
        }

        Array.Clear(_sums);
        Array.Clear(_counts);
        _pending = 0;
    }

    private void Halve()
    {
        for (int c = 0; c < ColumnCount; c++)
        {
            List<double> old = _columns[c];
            _columns[c] = [.. Enumerable.Range(0, old.Count / 2).Select(i => c == 0 ? old[(2 * i) + 1] : Mean(old[2 * i], old[(2 * i) + 1]))];
        }

        Stride *= 2;
    }

    private static double Mean(double a, double b) => double.IsNaN(a) ? b : double.IsNaN(b) ? a : (a + b) / 2;
}
