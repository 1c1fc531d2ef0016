using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>
/// Claims and changes of a run's status come from several threads; each is a short transaction of its own behind one lock, so that
/// a run is never claimed twice and a cancel never meets a claim half way.
/// </summary>
internal sealed class StatusChanges(IDbContextFactory<LabDatabase> contexts)
{
    private readonly Lock _status = new();

    /// <summary>Reads and changes the history while nobody else changes a status; the change saves what it changed.</summary>
    internal T Make<T>(Func<LabDatabase, T> change)
    {
        lock (_status)
        {
            using LabDatabase context = contexts.CreateDbContext();
            return change(context);
        }
    }

    /// <inheritdoc cref="Make{T}"/>
    internal void Make(Action<LabDatabase> change) => Make(context =>
    {
        change(context);
        return true;
    });

    /// <summary>Changes one run and saves it; nothing when there is no such run.</summary>
    internal void Of(int runId, Action<Run> change) => Make(context =>
    {
        if (context.Runs.Find(runId) is { } run)
        {
            change(run);
            context.SaveChanges();
        }
    });
}
