using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>Reads and changes rows of datasets; what takes long is started as a job by <see cref="DatasetJobs"/>.</summary>
internal sealed class DatasetCatalog(IDbContextFactory<LabDatabase> databases, TimeProvider clock)
{
    internal const int LongestName = 80;

    /// <summary>The datasets that are not removed, newest first; without their reports.</summary>
    internal async Task<IReadOnlyList<Dataset>> ListAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Datasets.AsNoTracking().Where(dataset => dataset.RemovedAt == null).OrderByDescending(dataset => dataset.Id)
            .Select(WithoutReport).ToListAsync();
    }

    /// <summary>One dataset without its report; null when there is none or it was removed.</summary>
    internal async Task<Dataset?> FindAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Datasets.AsNoTracking().Where(dataset => dataset.Id == id && dataset.RemovedAt == null)
            .Select(WithoutReport).SingleOrDefaultAsync();
    }

    /// <summary>Adds a row in state "registering".</summary>
    /// <exception cref="EngineException">The name is empty, too long or taken.</exception>
    internal async Task<Dataset> AddAsync(string name, string kind, string root, string createdBy)
    {
        await RequireFreeAsync(name);
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var dataset = new Dataset
        {
            Name = CheckedName(name),
            Kind = kind,
            Root = root,
            State = DatasetState.Registering,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = createdBy,
        };
        database.Datasets.Add(dataset);
        await SaveNamedAsync(database, dataset.Name);
        return dataset;
    }

    /// <summary>Gives a dataset another name.</summary>
    /// <exception cref="EngineException">The name is empty, too long or taken.</exception>
    internal async Task RenameAsync(int id, string name)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        Dataset dataset = await database.Datasets.SingleAsync(dataset => dataset.Id == id);
        dataset.Name = CheckedName(name);
        await SaveNamedAsync(database, dataset.Name);
    }

    /// <summary>Takes a dataset off the lists; its files stay, and <see cref="RestoreAsync"/> brings it back.</summary>
    internal async Task RemoveAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await database.Datasets.Where(dataset => dataset.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(dataset => dataset.RemovedAt, clock.GetUtcNow()));
    }

    /// <summary>Undoes <see cref="RemoveAsync"/>.</summary>
    /// <exception cref="EngineException">Another dataset has taken its name meanwhile.</exception>
    internal async Task RestoreAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        Dataset dataset = await database.Datasets.SingleAsync(dataset => dataset.Id == id);
        dataset.RemovedAt = null;
        await SaveNamedAsync(database, dataset.Name);
    }

    /// <summary>Checks a name before long work is done for it.</summary>
    /// <exception cref="EngineException">The name is taken, empty or too long.</exception>
    internal async Task RequireFreeAsync(string name)
    {
        string wanted = CheckedName(name);
        await using LabDatabase database = await databases.CreateDbContextAsync();
        if (await database.Datasets.AnyAsync(dataset => dataset.Name == wanted && dataset.RemovedAt == null))
        {
            throw Taken(wanted);
        }
    }

    private static System.Linq.Expressions.Expression<Func<Dataset, Dataset>> WithoutReport => dataset => new Dataset
    {
        Id = dataset.Id,
        Name = dataset.Name,
        Root = dataset.Root,
        Kind = dataset.Kind,
        State = dataset.State,
        ErrorMessage = dataset.ErrorMessage,
        CreatedAt = dataset.CreatedAt,
        CreatedBy = dataset.CreatedBy,
        BoundingBoxCount = dataset.BoundingBoxCount,
        SynapseCount = dataset.SynapseCount,
        AmbiguousCount = dataset.AmbiguousCount,
        ProblemCount = dataset.ProblemCount,
        CodesJson = dataset.CodesJson,
        CodesChangedAt = dataset.CodesChangedAt,
        CodesChangedBy = dataset.CodesChangedBy,
    };

    private static string CheckedName(string name)
    {
        string trimmed = name.Trim();
        return trimmed.Length is > 0 and <= LongestName
            ? trimmed
            : throw new EngineException($"The name has {trimmed.Length} characters; give the dataset a name of 1 to {LongestName}.");
    }

    private static EngineException Taken(string name, Exception? error = null)
    {
        string sentence = $"There is a dataset '{name}' already; choose another name.";
        return error is null ? new(sentence) : new(sentence, error);
    }

    private static async Task SaveNamedAsync(LabDatabase database, string name)
    {
        try
        {
            await database.SaveChangesAsync();
        }
        catch (DbUpdateException error) when (error.InnerException is Microsoft.Data.Sqlite.SqliteException { SqliteExtendedErrorCode: 2067 })
        {
            throw Taken(name, error);
        }
    }
}
