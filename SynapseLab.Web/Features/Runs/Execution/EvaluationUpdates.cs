using System.Collections.Concurrent;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>How far an evaluation is.</summary>
/// <param name="Id">The evaluation.</param>
/// <param name="RunId">Its run.</param>
/// <param name="Status">One of <see cref="RunStatus"/>.</param>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Fraction">Share of the stage that is done, 0 … 1.</param>
internal sealed record EvaluationProgress(int Id, int RunId, string Status, string Stage, double Fraction);

/// <summary>Where working evaluations are, for pages; the history holds only how they ended.</summary>
internal sealed class EvaluationUpdates(ILogger<EvaluationUpdates> logger)
{
    private readonly ConcurrentDictionary<int, EvaluationProgress> _working = new();
    private readonly Subscribers<EvaluationProgress> _subscribers = new(logger);

    /// <summary>The evaluation as it works now; null when it does not.</summary>
    internal EvaluationProgress? Find(int id) => _working.GetValueOrDefault(id);

    /// <summary>Calls <paramref name="handler"/> from the device's thread until the result is disposed.</summary>
    internal IDisposable Subscribe(Action<EvaluationProgress> handler) => _subscribers.Add(handler);

    internal void Publish(EvaluationProgress progress)
    {
        _working[progress.Id] = progress;
        _subscribers.Tell(progress);
    }

    internal void End(int id, int runId, string status)
    {
        _working.TryRemove(id, out _);
        _subscribers.Tell(new(id, runId, status, "", 1));
    }
}
