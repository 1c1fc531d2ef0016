using SynapseLab.Engine;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Turns a run's checkpoint into an embedding set: embeds all cubes, measures, writes the files.</summary>
internal sealed class EvaluationWork(ClaimedEvaluation evaluation, ITrainingBackend backend, RunStore store, EmbeddingStore embeddings, RunUpdates updates, ILogger logger)
    : DeviceWork(evaluation.RunId)
{
    /// <inheritdoc />
    internal override void Do()
    {
        string? problem = null;
        try
        {
            string checkpoint = RunFolder.BestCheckpoint(evaluation.RunDir);
            backend.Evaluate(checkpoint, evaluation.PreprocDir, evaluation.OutputDir, evaluation.ClusterCount, evaluation.Device, new InOrder(Report), Stop.Token);
        }
        catch (OperationCanceledException) when (Stop.Reason == StopReason.Shutdown)
        {
            // It stays "running" in the history and is queued again when the server starts.
            return;
        }
        catch (OperationCanceledException)
        {
            problem = "Cancelled before it was done; evaluate again when you like.";
        }
        catch (Exception e)
        {
            logger.LogError(e, "Evaluation of run {RunId} failed.", evaluation.RunId);
            problem = FailureSentence.Of(e);
        }

        embeddings.End(evaluation.Id, problem);
        Publish("", 1);
    }

    private void Report(string stage, double fraction)
    {
        embeddings.Report(evaluation.Id, stage, fraction);
        Publish(stage, fraction);
    }

    private void Publish(string stage, double fraction)
    {
        RunSnapshot? snapshot = store.FindSnapshotAsync(evaluation.RunId).GetAwaiter().GetResult();
        if (snapshot is not null)
        {
            updates.Publish(snapshot with { Stage = stage, Fraction = fraction });
        }
    }

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
