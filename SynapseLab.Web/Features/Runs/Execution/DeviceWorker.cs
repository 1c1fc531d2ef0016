namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>
/// The one thread that works on one device: takes what is due, does it to the end, takes the next. An error in a piece of
/// work is that work's; the thread goes on.
/// </summary>
internal sealed class DeviceWorker : IDisposable
{
    private static readonly TimeSpan s_pauseAfterError = TimeSpan.FromSeconds(2);
    private readonly AutoResetEvent _wake = new(initialState: true);
    private readonly Func<DeviceWork?> _next;
    private readonly Action<DeviceWork?> _report;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly Lock _lock = new();
    private DeviceWork? _current;
    private bool _stopping;
    private bool _isDisposed;

    /// <summary>Prepares the thread; <paramref name="next"/> takes the next piece of work off the queue, null when there is none; <paramref name="report"/> hears what is worked on.</summary>
    internal DeviceWorker(string device, Func<DeviceWork?> next, Action<DeviceWork?> report, ILogger logger)
    {
        (Device, _next, _report, _logger) = (device, next, report, logger);
        _thread = new Thread(Loop) { Name = $"runs on {device}", IsBackground = true };
    }

    /// <summary>cpu or cuda:N.</summary>
    internal string Device { get; }

    /// <summary>What is worked on now; null when nothing is.</summary>
    internal DeviceWork? Current => _current;

    internal void Start() => _thread.Start();

    /// <summary>Something may have been queued, or a device come free. Whoever says so may not know that the server has stopped meanwhile.</summary>
    internal void Wake()
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _wake.Set();
            }
        }
    }

    /// <summary>Asks the present work to stop; false when it is not the one that is meant.</summary>
    internal bool TryCancel(Predicate<DeviceWork> isMeant)
    {
        lock (_lock)
        {
            if (_current is null || !isMeant(_current))
            {
                return false;
            }

            _current.Stop.Ask(StopReason.Person);
            return true;
        }
    }

    /// <summary>Takes no more work and asks the present one to write its checkpoint and stop.</summary>
    internal void BeginStop()
    {
        lock (_lock)
        {
            _stopping = true;
            _current?.Stop.Ask(StopReason.Shutdown);
        }

        Wake();
    }

    /// <summary>Waits for the thread's end.</summary>
    internal bool WaitForEnd(TimeSpan limit) => !_thread.IsAlive || _thread.Join(limit);

    /// <inheritdoc />
    public void Dispose()
    {
        BeginStop();
        if (WaitForEnd(RunExecutor.ShutdownLimit))
        {
            lock (_lock)
            {
                _isDisposed = true;
                _wake.Dispose();
            }
        }
    }

    private void Loop()
    {
        _report(null);
        while (!_stopping)
        {
            try
            {
                if (!DoNext())
                {
                    _wake.WaitOne();
                }
            }
            catch (Exception e)
            {
                _logger.LogError(e, "The executor of {Device} met an error between two runs and goes on.", Device);
                _wake.WaitOne(s_pauseAfterError);
            }
        }
    }

    // Taking and being seen at it are one act: a cancel that comes between the two would be lost.
    private DeviceWork? Take()
    {
        lock (_lock)
        {
            _current = _next();
            if (_stopping)
            {
                _current?.Stop.Ask(StopReason.Shutdown);
            }

            return _current;
        }
    }

    private bool DoNext()
    {
        using DeviceWork? work = Take();
        if (work is null)
        {
            return false;
        }

        try
        {
            _report(work);
            work.Do();
        }
        finally
        {
            lock (_lock)
            {
                _current = null;
            }

            _report(null);
        }

        return true;
    }
}

/// <summary>One piece of work for a device: training a run, evaluating its checkpoint, extracting features, measuring before a run. <see cref="Do"/> lets no error of the work out.</summary>
internal abstract class DeviceWork(int? runId) : IDisposable
{
    /// <summary>The run it belongs to; null when to none.</summary>
    internal int? RunId => runId;

    /// <summary>What it does, for people; a run that trains by its name.</summary>
    internal abstract string Title { get; }

    /// <summary>Asked to stop it.</summary>
    internal StopRequest Stop { get; } = new();

    /// <summary>Works on the calling thread until done, failed or stopped, and records the result.</summary>
    internal abstract void Do();

    /// <inheritdoc />
    public void Dispose() => Stop.Dispose();
}
