using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>Persons' decisions on which side is presynaptic; every one is kept, the newest of a synapse counts.</summary>
internal sealed class PolarityDecisions(IDbContextFactory<LabDatabase> databases, TimeProvider clock)
{
    /// <summary>The decisions that count, by full id; synapses whose decision was taken back are not in it.</summary>
    internal async Task<IReadOnlyDictionary<string, PolarityDecision>> CurrentAsync(int datasetId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        List<PolarityDecision> all = await database.PolarityDecisions.AsNoTracking()
            .Where(decision => decision.DatasetId == datasetId).OrderBy(decision => decision.Id).ToListAsync();
        return all.GroupBy(decision => decision.FullId).Select(group => group.Last())
            .Where(decision => decision.Side is not null).ToDictionary(decision => decision.FullId);
    }

    /// <summary>The same for the preprocessor.</summary>
    internal async Task<IReadOnlyList<PolarityOverride>> OverridesAsync(int datasetId) =>
        [.. (await CurrentAsync(datasetId)).Values.Select(decision => new PolarityOverride(decision.FullId, decision.Side!.Value))];

    /// <summary>Records a decision; <paramref name="side"/> null gives the rule its word back.</summary>
    internal async Task DecideAsync(int datasetId, string fullId, int? side, string decidedBy)
    {
        if (side is not (null or 1 or 2))
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, "A synapse has side 1 and side 2.");
        }

        await using LabDatabase database = await databases.CreateDbContextAsync();
        database.PolarityDecisions.Add(new()
        {
            DatasetId = datasetId,
            FullId = fullId,
            Side = side,
            DecidedBy = decidedBy,
            DecidedAt = clock.GetUtcNow(),
        });
        await database.SaveChangesAsync();
    }
}
