using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>The code table of a dataset: the one a person saved, else a codes.json beside the data, else the preset of the seed.</summary>
internal sealed class DatasetCodes(IDbContextFactory<LabDatabase> databases, TimeProvider clock)
{
    /// <summary>A codes file with this name in the dataset's folder is its own table.</summary>
    internal const string FileName = "codes.json";

    /// <summary>The table that counts for a dataset.</summary>
    internal static CodeTable Of(Dataset dataset)
    {
        if (dataset.CodesJson is not null)
        {
            return CodeTable.Parse(dataset.CodesJson);
        }

        string own = Path.Combine(dataset.Root, FileName);
        return File.Exists(own) ? CodeTable.Load(own) : CodeTable.Seed;
    }

    /// <summary>Saves one bounding box's settings with who and when; the dataset should be inspected again afterwards.</summary>
    internal async Task SaveAsync(int datasetId, string boundingBox, BoundingBoxSettings settings, string changedBy)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        Dataset dataset = await database.Datasets.SingleAsync(dataset => dataset.Id == datasetId);
        dataset.CodesJson = Of(dataset).With(boundingBox, settings).ToJson();
        dataset.CodesChangedAt = clock.GetUtcNow();
        dataset.CodesChangedBy = changedBy;
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
