using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>What persons decided on which side is presynaptic (the synapse pages record it); the newest decision of a synapse counts.</summary>
internal sealed class PolarityOverrides(IDbContextFactory<LabDatabase> databases)
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
    internal async Task<IReadOnlyList<PolarityOverride>> ForPreprocessorAsync(int datasetId) =>
        [.. (await CurrentAsync(datasetId)).Values.Select(decision => new PolarityOverride(decision.FullId, decision.Side!.Value))];
}
