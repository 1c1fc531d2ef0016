using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>Finds a synapse of a registered dataset with all that is needed to show it.</summary>
internal sealed class SynapseCatalogue(IDbContextFactory<LabDatabase> databases, DatasetReports reports)
{
    /// <summary>The synapse; null when the dataset or the id is not there.</summary>
    public async Task<SynapseView?> FindAsync(int datasetId, string fullId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var dataset = await database.Datasets.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == datasetId && candidate.RemovedAt == null);
        if (dataset is null || await reports.FindAsync(datasetId) is not { } report)
        {
            return null;
        }

        foreach (var box in report.BoundingBoxes)
        {
            for (int i = 0; i < box.Synapses.Count; i++)
            {
                if (box.Synapses[i].FullId == fullId)
                {
                    var decision = await database.PolarityDecisions.AsNoTracking()
                        .Where(candidate => candidate.DatasetId == datasetId && candidate.FullId == fullId)
                        .OrderByDescending(candidate => candidate.Id)
                        .FirstOrDefaultAsync();
                    return new SynapseView(dataset, box, i, SettingsOf(dataset, box), decision);
                }
            }
        }

        return null;
    }

    // The report keeps the codes of the last inspection; the table on the dataset is what people see and edit.
    private static BoundingBoxSettings SettingsOf(Dataset dataset, BoundingBoxInspection box) =>
        dataset.CodesJson is { } codes ? CodeTable.Parse(codes).For(box.Name) : box.Settings;
}
