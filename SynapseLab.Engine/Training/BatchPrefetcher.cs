using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace SynapseLab.Engine.Training;

/// <summary>Reads the next batches on a thread of its own while the device computes; hands them out in the sampler's order.</summary>
internal sealed class BatchPrefetcher : IDisposable
{
    private const int Ahead = 2;

    private readonly BlockingCollection<CubeBatch> _ready = new(Ahead);
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;

    internal BatchPrefetcher(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches)
    {
        _thread = new Thread(() => ReadAll(cubes, batches)) { IsBackground = true, Name = "batch prefetch" };
        _thread.Start();
    }

    /// <summary>The next batch.</summary>
    /// <exception cref="EngineException">A cube could not be read.</exception>
    internal CubeBatch Next()
    {
        if (_ready.TryTake(out CubeBatch? batch, Timeout.Infinite))
        {
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

    private void ReadAll(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches)
    {
        try
        {
            foreach (var (epoch, indices) in batches)
            {
                _ready.Add(cubes.ReadBatch(epoch, indices), _stop.Token);
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
