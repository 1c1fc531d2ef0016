using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>A database of the newest schema in a temporary folder, without a server around it.</summary>
internal sealed class LabFile : IDbContextFactory<LabDatabase>, IDisposable
{
    private readonly ScratchFolder _folder = new();

    /// <summary>Makes it with some sets of one dataset, whose keys are 1, 2, ….</summary>
    internal LabFile(params CubeSet[] sets)
    {
        using LabDatabase database = CreateDbContext();
        DatabaseSchema.UpgradeAsync(database, CancellationToken.None).GetAwaiter().GetResult();
        foreach (CubeSet set in sets)
        {
            (set.Dataset, set.DatasetId) = (sets[0].Dataset, 0);
            database.Add(set);
            database.SaveChanges();
        }
    }

    /// <inheritdoc />
    public LabDatabase CreateDbContext() =>
        new(new DbContextOptionsBuilder<LabDatabase>().UseSqlite($"Data Source={Path.Combine(_folder.Path, "lab.db")};Pooling=False").Options);

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();
}
