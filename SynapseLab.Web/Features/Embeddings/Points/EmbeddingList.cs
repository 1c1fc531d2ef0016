using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>Reads embedding sets with their runs and datasets for pages.</summary>
internal sealed class EmbeddingList(IDbContextFactory<LabDatabase> databases)
{
    /// <summary>All sets, newest first, with run, cube set and dataset.</summary>
    internal async Task<IReadOnlyList<Evaluation>> AllAsync()
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Evaluations.AsNoTracking().Include(set => set.Run).Include(set => set.CubeSet!.Dataset).OrderByDescending(set => set.Id).ToListAsync();
    }

    /// <summary>One set.</summary>
    /// <exception cref="EngineException">There is no such set.</exception>
    internal async Task<Evaluation> FindAsync(int id)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        return await database.Evaluations.AsNoTracking().Include(set => set.Run).Include(set => set.CubeSet!.Dataset).FirstOrDefaultAsync(set => set.Id == id)
            ?? throw new EngineException($"There is no embedding set {id}; the list of embeddings shows those that are there.");
    }
}
