using System.Collections.Concurrent;
using System.Threading.Channels;

namespace SynapseLab.Web.Jobs;

/// <summary>
/// Does long work in the background, one job after the other, so that two people do not fight for the same cores. The demo
/// dataset has a lane of its own, so that nobody waits for it with their own data, and work that uses a device is done by
/// whoever takes it for that device (<see cref="TakeFor"/>). Pages subscribe to <see cref="Changed"/>; whoever looks sees the same progress, and leaving the page stops nothing.
/// </summary>
public sealed class JobService : BackgroundService
{
    /// <summary>Least time between two events of one job.</summary>
    internal static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(150);

    private readonly ConcurrentDictionary<int, LiveJob> _live = new();
    private readonly Channel<LiveJob> _queue = Channel.CreateUnbounded<LiveJob>();
    private readonly Channel<LiveJob> _demoQueue = Channel.CreateUnbounded<LiveJob>();
    private readonly JobHistory _history;
    private readonly JobRunner _runner;
    private readonly TimeProvider _clock;
    private CancellationToken _serverStops;

    /// <summary>Creates the service; the host starts it.</summary>
    public JobService(JobHistory history, TimeProvider clock, ILogger<JobService> logger)
    {
        _history = history;
        _clock = clock;
        _runner = new(history, logger);
    }

    /// <summary>A job began, went on or ended; raised on a background thread.</summary>
    public event Action<JobView>? Changed;

    /// <summary>The jobs that wait or work, oldest first.</summary>
    public IReadOnlyList<JobView> Active => [.. _live.Values.OrderBy(job => job.Id).Select(job => job.View())];

    /// <summary>Puts a job at the end of the queue.</summary>
    /// <returns>Its key.</returns>
    public async Task<int> StartAsync(JobRequest request)
    {
        int id = await _history.AddAsync(request);
        var job = new LiveJob(id, request, _clock);
        _live[id] = job;
        if (request.Device is null)
        {
            (request.Kind == JobKind.Demo ? _demoQueue : _queue).Writer.TryWrite(job);
        }

        return id;
    }

    /// <summary>Takes the first job that waits for this device and may begin; null when there is none. Who takes it brings it to its end (<see cref="Finish"/>).</summary>
    /// <param name="device">cpu or cuda:N.</param>
    /// <param name="takesAuto">Whether "auto" means it.</param>
    internal LiveJob? TakeFor(string device, bool takesAuto) => _live.Values
        .Where(job => job.Request.Device == device || (takesAuto && job.Request.Device == "auto"))
        .OrderBy(job => job.Id)
        .FirstOrDefault(job => job.Status == JobStatus.Queued && job.Request.MayBegin() && job.TryTake());

    /// <summary>Does a job that was taken, on the calling thread.</summary>
    internal void Finish(LiveJob job)
    {
        _runner.Run(job, _serverStops);
        Leave(job);
    }

    /// <summary>Asks a job to stop; it ends as "cancelled" as soon as it notices, and at once when it still waits.</summary>
    public void Cancel(int id)
    {
        if (_live.TryGetValue(id, out LiveJob? job))
        {
            job.Cancel(byPerson: true);
            if (job.TryTake())
            {
                _ = FinishAsync(job);
            }
        }
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await _history.MarkInterruptedAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _serverStops = stoppingToken;
        stoppingToken.Register(() =>
        {
            foreach (LiveJob job in _live.Values)
            {
                job.Cancel(byPerson: false);
            }
        });
        return Task.WhenAll(WorkAsync(_queue, stoppingToken), WorkAsync(_demoQueue, stoppingToken), AnnounceAsync(stoppingToken));
    }

    private async Task WorkAsync(Channel<LiveJob> queue, CancellationToken stoppingToken)
    {
        try
        {
            await foreach (LiveJob job in queue.Reader.ReadAllAsync(stoppingToken))
            {
                if (job.TryTake())
                {
                    await FinishAsync(job);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what still waits is marked on the next start.
        }
    }

    private async Task FinishAsync(LiveJob job)
    {
        await _runner.RunAsync(job, _serverStops);
        Leave(job);
    }

    private void Leave(LiveJob job)
    {
        _live.TryRemove(job.Id, out _);
        Changed?.Invoke(job.View());
        job.Dispose();
    }

    private async Task AnnounceAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pulse, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (LiveJob job in _live.Values.Where(job => job.TakeDirty()))
                {
                    Changed?.Invoke(job.View());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
