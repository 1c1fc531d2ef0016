using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.ExceptionServices;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Reads the next batches on a thread of its own while the device computes; hands them out in the sampler's order. For a GPU that thread
/// also copies them into pinned memory, from which the GPU fetches them by itself. Memory is that of a few batches (<see cref="Slots"/>).
/// </summary>
internal sealed class BatchPrefetcher : IDisposable
{
    /// <summary>Most bytes of batches in host memory, unless two are more.</summary>
    internal const long MostBytes = 512L << 20;

    // One in use and one being read are the least that lets the device compute and the thread read at once; many more gain nothing.
    private const int LeastSlots = 2;
    private const int MostSlots = 6;

    private readonly BlockingCollection<(int Epoch, int[] Indices, CubeBatch Batch)> _ready = [];
    private readonly ConcurrentBag<Tensor> _free = [];
    private readonly SemaphoreSlim _slots;
    private readonly Func<Tensor, Tensor>? _pin;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private Tensor? _inUse;

    /// <param name="cubes">Where they are read.</param>
    /// <param name="batches">Epoch and cubes of each batch, all batches of one length.</param>
    /// <param name="batchSize">That length.</param>
    /// <param name="pin">Copies a batch into pinned memory (<see cref="PinFor"/>); null where none is wanted.</param>
    internal BatchPrefetcher(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches, int batchSize, Func<Tensor, Tensor>? pin = null)
    {
        _slots = new(Slots((long)batchSize * cubes.CubeLength * sizeof(float)));
        _pin = pin;
        _thread = new Thread(() => ReadAll(cubes, batches)) { IsBackground = true, Name = "batch prefetch" };
        _thread.Start();
    }

    /// <summary>Batches in memory at most, of some bytes each: the one in use, those that wait, the one being read.</summary>
    internal static int Slots(long batchBytes) => (int)Math.Clamp(MostBytes / batchBytes, LeastSlots, MostSlots);

    /// <summary>Bytes of host memory at most. For a GPU there is one batch more, into which is read; and libtorch rounds pinned memory up to a power of two.</summary>
    internal static long HostBytes(long batchBytes, bool isPinned) =>
        isPinned ? batchBytes + (Slots(batchBytes) * (long)BitOperations.RoundUpToPowerOf2((ulong)batchBytes)) : Slots(batchBytes) * batchBytes;

    /// <summary>How batches are pinned for a device; null for the CPU.</summary>
    internal static Func<Tensor, Tensor>? PinFor(Device device) => device.type == DeviceType.CUDA ? values => values.pin_memory() : null;

    /// <summary>The next batch, what it was read as, and its cubes; good until the next call. A copy that a GPU has begun by then is not disturbed.</summary>
    /// <exception cref="EngineException">A cube could not be read.</exception>
    internal (int Epoch, int[] Indices, CubeBatch Batch) Next()
    {
        if (_inUse is { } used)
        {
            _inUse = null;
            GiveBack(used);
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
        foreach (Tensor tensor in (Tensor[])[.. _free, .. _ready.Select(batch => batch.Batch.Cubes), .. _inUse is { } used ? [used] : (Tensor[])[]])
        {
            tensor.Dispose();
        }

        _ready.Dispose();
        _slots.Dispose();
        _stop.Dispose();
    }

    // Pinned memory goes back to libtorch, which keeps it until the copies from it have been made. Plain memory was read through to the end.
    private void GiveBack(Tensor used)
    {
        if (_pin is null)
        {
            _free.Add(used);
        }
        else
        {
            used.Dispose();
        }

        _slots.Release();
    }

    private void ReadAll(ICubeSource cubes, IEnumerable<(int Epoch, int[] Indices)> batches)
    {
        try
        {
            foreach (var (epoch, indices) in batches)
            {
                _slots.Wait(_stop.Token);
                _ready.Add((epoch, indices, Read(cubes, epoch, indices)));
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

    private CubeBatch Read(ICubeSource cubes, int epoch, int[] indices)
    {
        var plain = _free.TryTake(out var free) ? free : CubeBatch.Room(cubes, indices.Length);
        bool isHandedOut = false;
        try
        {
            var redraws = cubes.ReadBatch(epoch, indices, plain);
            var batch = new CubeBatch(_pin?.Invoke(plain) ?? plain, redraws);
            isHandedOut = _pin is null;
            return batch;
        }
        finally
        {
            if (!isHandedOut)
            {
                _free.Add(plain);
            }
        }
    }
}
