namespace SynapseLab.Web.Features.Runs.Series;

/// <summary>Rows that wait for the next fan-out, bounded: a faster trainer loses the oldest of them live, never in the series. Not thread-safe.</summary>
internal sealed class PendingRows<T>
{
    /// <summary>Most rows kept.</summary>
    internal const int Limit = 2000;

    private readonly Queue<T> _rows = new();

    internal void Add(T row)
    {
        _rows.Enqueue(row);
        if (_rows.Count > Limit)
        {
            _rows.Dequeue();
        }
    }

    /// <summary>All of them, which then wait no longer.</summary>
    internal IReadOnlyList<T> Take()
    {
        T[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }
}
