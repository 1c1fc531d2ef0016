using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Data;

/// <summary>Inspection reports as objects, parsed once and kept until the dataset is inspected again. Bound: one per dataset.</summary>
public sealed class DatasetReports(IDbContextFactory<LabDatabase> databases)
{
    private readonly ConcurrentDictionary<int, InspectionReport> _parsed = new();

    /// <summary>The report of a dataset; null while there is none.</summary>
    public async Task<InspectionReport?> FindAsync(int datasetId)
    {
        if (_parsed.TryGetValue(datasetId, out InspectionReport? known))
        {
            return known;
        }

        await using LabDatabase database = await databases.CreateDbContextAsync();
        string? json = await database.Datasets.Where(dataset => dataset.Id == datasetId).Select(dataset => dataset.ReportJson).SingleOrDefaultAsync();
        return json is null ? null : _parsed.GetOrAdd(datasetId, Inspector.FromJson(json));
    }

    /// <summary>Forgets the parsed report, because the dataset has a new one.</summary>
    public void Forget(int datasetId) => _parsed.TryRemove(datasetId, out _);
}
