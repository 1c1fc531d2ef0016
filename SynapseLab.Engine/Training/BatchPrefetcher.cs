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

    private readonly BlockingCollection<(int Epoch, int[] Indices, CubeBatch Batch)> _ready;
    private readonly ConcurrentBag<float[]> _free = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private float[]? _inUse;

    /// <param name="cubes">Where they are read.</param>
    /// <param name="batches">Epoch and cubes of each batch, all batches of one length.</param>
    /// <param name="batchSize">That length.</param>
    internal BatchPrefetcher(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches, int batchSize)
    {
        _ready = new(Ahead((long)batchSize * cubes.CubeLength * sizeof(float)));
        _thread = new Thread(() => ReadAll(cubes, batches)) { IsBackground = true, Name = "batch prefetch" };
        _thread.Start();
    }

    /// <summary>Batches that wait at most, for a batch of some bytes: 1 … 4.</summary>
    internal static int Ahead(long batchBytes) => (int)Math.Clamp(MostBytes / batchBytes, 1, MostAhead);

    /// <summary>The next batch, what it was read as, and its cubes; good until the next call.</summary>
    /// <exception cref="EngineException">A cube could not be read.</exception>
    internal (int Epoch, int[] Indices, CubeBatch Batch) Next()
    {
        if (_inUse is { } used)
        {
            _free.Add(used);
            _inUse = null;
        }

        if (_ready.TryTake(out var next, Timeout.Infinite))
        {
            _inUse = next.Batch.Cubes;
            return next;
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

    private void ReadAll(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches)
    {
        try
        {
            foreach (var (epoch, indices) in batches)
            {
                float[] values = _free.TryTake(out float[]? free) ? free : new float[indices.Length * cubes.CubeLength];
                _ready.Add((epoch, indices, cubes.ReadBatch(epoch, indices, values)), _stop.Token);
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
