using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Reads the next batches on a thread of its own while the device computes; hands them out in the sampler's order. The arrays
/// are used again and again, so that its memory is that of the batches ahead, one being read and one in use.
/// </summary>
internal sealed class BatchPrefetcher : IDisposable
{
    /// <summary>Most bytes of batches that wait, but for the one that must.</summary>
    internal const long MostBytes = 256 << 20;

    private const int MostAhead = 4;

    private readonly BlockingCollection<(int[] Indices, float[] Values)> _ready;
    private readonly ConcurrentBag<float[]> _free = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private float[]? _inUse;

    /// <param name="cubes">Where they are read.</param>
    /// <param name="batches">Cubes of each batch, all batches of one length.</param>
    /// <param name="batchSize">That length.</param>
    internal BatchPrefetcher(CubeReader cubes, IEnumerable<int[]> batches, int batchSize)
    {
        _ready = new(Ahead((long)batchSize * cubes.CubeLength * sizeof(float)));
        _thread = new Thread(() => ReadAll(cubes, batches)) { IsBackground = true, Name = "batch prefetch" };
        _thread.Start();
    }

    /// <summary>Batches that wait at most, for a batch of some bytes: 1 … 4.</summary>
    internal static int Ahead(long batchBytes) => (int)Math.Clamp(MostBytes / batchBytes, 1, MostAhead);

    /// <summary>The next batch and its cubes, (N, C, s, s, s); good until the next call.</summary>
    /// <exception cref="EngineException">A cube could not be read.</exception>
    internal (int[] Indices, float[] Values) Next()
    {
        if (_inUse is { } used)
        {
            _free.Add(used);
            _inUse = null;
        }

        if (_ready.TryTake(out var batch, Timeout.Infinite))
        {
            _inUse = batch.Values;
            return batch;
        }

        _failure?.Throw();
        throw new InvalidOperationException("The last batch was taken already.");
    }

    /// <summary>Stops reading and waits for the thread.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _ready.Dispose();
        _stop.Dispose();
    }

    private void ReadAll(CubeReader cubes, IEnumerable<int[]> batches)
    {
        try
        {
            foreach (int[] batch in batches)
            {
                float[] values = _free.TryTake(out float[]? free) ? free : new float[batch.Length * cubes.CubeLength];
                cubes.ReadBatch(batch, values);
                _ready.Add((batch, values), _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Disposed in mid-run: nobody waits for the rest.
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _ready.CompleteAdding();
        }
    }
}
