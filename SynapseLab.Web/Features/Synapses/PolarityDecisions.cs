using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>Stores what people decide on polarity; nothing is overwritten, the newest decision counts.</summary>
internal sealed class PolarityDecisions(IDbContextFactory<LabDatabase> databases, TimeProvider time)
{
    /// <summary>Records that <paramref name="user"/> chose <paramref name="side"/> (1, 2, or null to let the rule decide).</summary>
    public async Task DecideAsync(int datasetId, string fullId, int? side, string user)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        database.PolarityDecisions.Add(new PolarityDecision
        {
            DatasetId = datasetId,
            FullId = fullId,
            Side = side,
            DecidedBy = user,
            DecidedAt = time.GetUtcNow(),
        });
        await database.SaveChangesAsync();
    }
}
