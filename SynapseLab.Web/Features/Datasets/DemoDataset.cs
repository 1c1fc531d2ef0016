using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>Gives a fresh installation something to look at: a synthetic dataset, generated in the background on the first start.</summary>
internal sealed class DemoDataset(
    IDbContextFactory<LabDatabase> databases, DatasetCatalog catalog, DatasetJobs jobs, IOptions<LabOptions> options) : BackgroundService
{
    internal const string Name = "Demo (synthetic)";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.DemoDataset)
        {
            return;
        }

        await using LabDatabase database = await databases.CreateDbContextAsync(stoppingToken);
        Dataset? demo = await database.Datasets.AsNoTracking().FirstOrDefaultAsync(dataset => dataset.Kind == DatasetKind.Demo, stoppingToken);
        if (demo is null)
        {
            await jobs.GenerateDemoAsync(await catalog.AddAsync(Name, DatasetKind.Demo, "", "system"));
        }
        else if (demo is { State: DatasetState.Failed, Root: "", RemovedAt: null })
        {
            // The server was stopped while it was being generated.
            await database.Datasets.Where(dataset => dataset.Id == demo.Id).ExecuteUpdateAsync(
                set => set.SetProperty(dataset => dataset.State, DatasetState.Registering), stoppingToken);
            await jobs.GenerateDemoAsync(demo);
        }
    }
}
