using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Turns a run's checkpoint into embeddings: embeds all cubes, measures, writes the files.</summary>
internal sealed class EvaluationWork(ClaimedEvaluation evaluation, ITrainingBackend backend, EvaluationStore store, EvaluationUpdates updates, ILogger logger)
    : DeviceWork(evaluation.RunId)
{
    /// <summary>The evaluation's id.</summary>
    internal int EvaluationId => evaluation.Id;

    /// <inheritdoc />
    internal override string Title => TitleOf(evaluation.RunName);

    /// <summary>For pages that show what devices do, and what waits for them.</summary>
    internal static string TitleOf(string runName) => $"Evaluation of {runName}";

    /// <inheritdoc />
    internal override void Do()
    {
        Report("starting", 0);
        (string status, string? problem, EvaluationSummary? summary) = Evaluate();
        if (status != RunStatus.Interrupted)
        {
            EndRecord.StoreAsync(
                () =>
                {
                    store.End(evaluation.Id, status, problem, summary);
                    return Task.CompletedTask;
                },
                $"the evaluation of run {evaluation.RunId}",
                logger,
                Stop.ServerStops).GetAwaiter().GetResult();
        }

        updates.End(evaluation.Id, evaluation.RunId, status);
    }

    // An interrupted evaluation stays "running" in the history, where the next start of the server queues it again.
    private (string Status, string? Problem, EvaluationSummary? Summary) Evaluate()
    {
        try
        {
            evaluation.Cubes.RequireReady();
            string checkpoint = RunCheckpoints.BestCheckpoint(evaluation.RunDir);
            EvaluationSummary summary = backend.Evaluate(
                checkpoint, evaluation.Cubes.Directory, evaluation.OutputDir, evaluation.ClusterCount, evaluation.Device, new InOrder(Report), Stop.Token);
            return (RunStatus.Finished, null, summary);
        }
        catch (OperationCanceledException) when (Stop.Reason != StopReason.None)
        {
            return (Stop.Reason == StopReason.Shutdown ? RunStatus.Interrupted : RunStatus.Cancelled, null, null);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Evaluation of run {RunId} failed.", evaluation.RunId);
            return (RunStatus.Failed, FailureSentence.Of(e), null);
        }
    }

    private void Report(string stage, double fraction) =>
        updates.Publish(new(evaluation.Id, evaluation.RunId, RunStatus.Running, stage, fraction));

    // Unlike Progress<T> it reports on the calling thread, in order, and only what a reader can see change.
    private sealed class InOrder(Action<string, double> report) : IProgress<WorkProgress>
    {
        private (string Stage, long Percent) _last = ("", -1);

        public void Report(WorkProgress value)
        {
            long percent = value.Total > 0 ? 100 * value.Done / value.Total : 0;
            if (_last != (value.Stage, percent))
            {
                _last = (value.Stage, percent);
                report(value.Stage, percent / 100.0);
            }
        }
    }
}
