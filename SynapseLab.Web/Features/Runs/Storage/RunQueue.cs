using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The runs that wait: in which order, and which a device may take.</summary>
internal sealed class RunQueue(StatusChanges changes, TimeProvider time)
{
    /// <summary>
    /// Takes the first queued run that this device may do; null when there is none, and while that run waits for devices beside this one:
    /// then none behind it goes first, or it might wait for ever. Runs whose set is being prepared wait for that, and let others go first.
    /// </summary>
    internal ClaimedRun? Claim(string device, bool takesAuto, DeviceLedger ledger) => changes.Make(context =>
    {
        using var transaction = context.Database.BeginTransaction(); // nobody begins to prepare the set between the look and the claim
        var first = context.Runs.Include(run => run.CubeSet)
            .Where(run => run.Status == RunStatus.Queued && run.CubeSet!.State != CubeSetState.Preparing)
            .OrderBy(run => run.QueuedAt).ThenBy(run => run.Id).AsEnumerable()
            .Select(run => (Run: run, Wanted: Wanted(run)))
            .FirstOrDefault(queued => queued.Wanted.Processes > 1
                ? ledger.Serves(device, queued.Wanted)
                : queued.Wanted.Device == device || (takesAuto && queued.Wanted.Device == "auto"));
        if (first.Run is not { } run || (first.Wanted.Processes > 1 ? ledger.Gather(device, first.Wanted) : [device]) is not { } devices)
        {
            return null;
        }

        run.Status = RunStatus.Running;
        run.StartedAt ??= time.GetUtcNow();
        (run.EndedAt, run.ErrorMessage) = (null, null);
        context.SaveChanges();
        transaction.Commit();
        return new ClaimedRun(run.Id, run.Name, run.OptionsJson, run.CubeSet!, run.RunDir, devices);
    });

    /// <summary>Takes a waiting run off the queue; false when it does not wait.</summary>
    internal bool TryCancel(int runId)
    {
        bool cancelled = false;
        changes.Of(runId, run =>
        {
            if (cancelled = run.Status == RunStatus.Queued)
            {
                (run.Status, run.EndedAt) = (RunStatus.Cancelled, time.GetUtcNow());
            }
        });
        return cancelled;
    }

    /// <summary>Puts a stopped run at the end of the queue; one that waits, works or is finished stays as it is.</summary>
    internal void Requeue(int runId, int? processes) => changes.Of(runId, run =>
    {
        if (RunStatus.IsResumable(run.Status))
        {
            if (processes is { } number)
            {
                run.OptionsJson = TrainingJson.ToJson(TrainingJson.ParseOptions(run.OptionsJson) with { Processes = number });
            }

            (run.Status, run.ErrorMessage, run.EndedAt, run.QueuedAt) = (RunStatus.Queued, null, null, time.GetUtcNow());
        }
    });

    /// <summary>Moves a waiting run one place forward (or back) by changing places with its neighbour.</summary>
    internal void Move(int runId, bool forward) => changes.Make(context =>
    {
        List<Run> queue = [.. context.Runs.Where(run => run.Status == RunStatus.Queued).OrderBy(run => run.QueuedAt).ThenBy(run => run.Id)];
        int at = queue.FindIndex(run => run.Id == runId);
        int other = forward ? at - 1 : at + 1;
        if (at < 0 || other < 0 || other >= queue.Count)
        {
            return;
        }

        (queue[at], queue[other]) = (queue[other], queue[at]);

        // Places are times; two runs queued in the same millisecond would not change places by swapping theirs.
        DateTimeOffset first = queue.Min(run => run.QueuedAt);
        for (int i = 0; i < queue.Count; i++)
        {
            queue[i].QueuedAt = first.AddMilliseconds(i);
        }

        context.SaveChanges();
    });

    private static WantedDevices Wanted(Run run)
    {
        try
        {
            TrainingOptions options = TrainingJson.ParseOptions(run.OptionsJson);
            return new(run.Device, options.Processes, options.BatchSize);
        }
        catch (EngineException)
        {
            return new(run.Device, 1, 1); // whoever takes it says what is wrong with it
        }
    }
}
