using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>Deletes prepared sets, which can be prepared again, as long as no run and no extraction of features needs them.</summary>
internal sealed class CubeRemoval(IDbContextFactory<LabDatabase> databases)
{
    /// <summary>Deletes a set with its files; one that is gone already is fine.</summary>
    /// <exception cref="EngineException">It is being prepared, a run was trained or evaluated on it, features are taken of it, or its folder cannot be removed.</exception>
    internal async Task DeleteAsync(int setId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        if (await database.CubeSets.SingleOrDefaultAsync(set => set.Id == setId) is not { } set)
        {
            return;
        }

        if (set.State == CubeSetState.Preparing)
        {
            throw new EngineException($"The {set.Name()} are being prepared; cancel that first.");
        }

        string[] runs = await database.Runs.Where(run => run.CubeSetId == setId || database.Evaluations.Any(of => of.RunId == run.Id && of.CubeSetId == setId))
            .OrderBy(run => run.Id).Select(run => run.Name).ToArrayAsync();
        if (runs.Length > 0)
        {
            throw new EngineException(
                $"The {set.Name()} are in use: {(runs.Length == 1 ? $"the run \"{runs[0]}\" was" : $"{runs.Length} runs, among them \"{runs[0]}\", were")} trained or evaluated on them; delete {(runs.Length == 1 ? "it" : "these")} first.");
        }

        string? extraction = await database.Jobs
            .Where(job => job.Kind == JobKind.Extract && job.CubeSetId == setId && (job.Status == JobStatus.Queued || job.Status == JobStatus.Running))
            .OrderBy(job => job.Id).Select(job => job.Title).FirstOrDefaultAsync();
        if (extraction is not null)
        {
            throw new EngineException($"The {set.Name()} are in use: the work \"{extraction}\" reads them; wait for its end or cancel it first.");
        }

        // The row first: from here to the commit nobody can claim the set.
        database.Remove(set);
        await database.SaveChangesAsync();
        DeleteFolder(set);
        await transaction.CommitAsync();
    }

    private static void DeleteFolder(CubeSet set)
    {
        try
        {
            if (Directory.Exists(set.Directory))
            {
                Directory.Delete(set.Directory, recursive: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The folder {set.Directory} could not be removed: {error.Message} The set stays on the list; check the folder's permissions.", error);
        }
    }
}
