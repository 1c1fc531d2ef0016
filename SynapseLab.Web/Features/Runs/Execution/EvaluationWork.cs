using SynapseLab.Engine;

namespace SynapseLab.Web.Features.Runs.Execution;

/// <summary>Turns a run's checkpoint into an embedding set: embeds all cubes, measures, writes the files.</summary>
internal sealed class EvaluationWork(ClaimedEvaluation evaluation, ITrainingBackend backend, RunStore store, RunUpdates updates, ILogger logger)
    : DeviceWork(evaluation.RunId)
{
    /// <inheritdoc />
    internal override void Do()
    {
        string? problem = null;
        try
        {
            string checkpoint = RunFolder.BestCheckpoint(evaluation.RunDir);
            backend.Evaluate(checkpoint, evaluation.PreprocDir, evaluation.OutputDir, evaluation.ClusterCount, evaluation.Device, new Report(this), Stop.Token);
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

        store.EndEvaluation(evaluation.Id, problem);
        Publish("", 1);
    }

    private void Publish(string stage, double fraction)
    {
        RunSnapshot? snapshot = store.FindSnapshotAsync(evaluation.RunId).GetAwaiter().GetResult();
        if (snapshot is not null)
        {
            updates.Publish(snapshot with { Stage = stage, Fraction = fraction });
        }
    }

    // Unlike Progress<T> it reports on the calling thread, in order.
    private sealed class Report(EvaluationWork owner) : IProgress<WorkProgress>
    {
        private string _stage = "";
        private long _percent = -1;

        public void Report(WorkProgress value)
        {
            long percent = value.Total > 0 ? 100 * value.Done / value.Total : 0;
            if (percent == _percent && value.Stage == _stage)
            {
                return;
            }

            (_stage, _percent) = (value.Stage, percent);
            owner.store.ReportEvaluation(owner.evaluation.Id, value.Stage, percent / 100.0);
            owner.Publish(value.Stage, percent / 100.0);
        }

        void IProgress<WorkProgress>.Report(WorkProgress value) => Report(value);
    }
}
