using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Phantom;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>The long work on a dataset: generate the demo, unpack an upload, inspect.</summary>
internal sealed class DatasetJobs(
    IDbContextFactory<LabDatabase> databases, DatasetReports reports, JobService jobs, StoragePaths paths, IOptions<LabOptions> options)
{
    /// <summary>Cube size that the inspection assumes for "needs padding", in voxels; the seed's.</summary>
    internal const int InspectedCubeSize = 80;

    /// <summary>Inspects a dataset whose files are there.</summary>
    internal Task<int> InspectAsync(Dataset dataset, string by) => StartAsync(dataset, JobKind.Inspect, $"Inspect {dataset.Name}", by,
        (progress, cancellation) => Inspect(dataset.Id, progress, cancellation));

    /// <summary>Unpacks an uploaded archive, removes it, and inspects what came out.</summary>
    internal Task<int> UnpackAsync(Dataset dataset, string zipPath, string by) => StartAsync(dataset, JobKind.Unpack, $"Unpack {dataset.Name}", by,
        (progress, cancellation) =>
        {
            try
            {
                string root = DatasetArchive.Extract(zipPath, FolderOf(dataset), new(options.Value.MaxUnpackedBytes), progress, cancellation);
                SetRoot(dataset.Id, root);
            }
            finally
            {
                File.Delete(zipPath);
            }

            return Inspect(dataset.Id, progress, cancellation);
        });

    /// <summary>Generates the synthetic dataset and inspects it.</summary>
    internal Task<int> GenerateDemoAsync(Dataset dataset) => StartAsync(dataset, JobKind.Demo, $"Generate {dataset.Name}", "system",
        (progress, cancellation) =>
        {
            string folder = FolderOf(dataset);
            PhantomDataset.Write(new PhantomOptions(folder), progress, cancellation);
            SetRoot(dataset.Id, folder);
            return Inspect(dataset.Id, progress, cancellation);
        });

    private string FolderOf(Dataset dataset) => Path.Combine(paths.Datasets, $"dataset-{dataset.Id}");

    private Task<int> StartAsync(Dataset dataset, string kind, string title, string by, Func<IProgress<WorkProgress>, CancellationToken, string> work) =>
        jobs.StartAsync(new(kind, title, by, work, dataset.Id) { Ended = (status, message) => RecordEnd(dataset.Id, status, message) });

    private string Inspect(int id, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        using LabDatabase database = databases.CreateDbContext();
        Dataset dataset = database.Datasets.Single(dataset => dataset.Id == id);
        InspectionReport report = Inspector.Inspect(DatasetSource.Scan(dataset.Root), DatasetCodes.Of(dataset), InspectedCubeSize, progress, cancellation);
        ReportFigures figures = ReportFigures.Of(report);
        dataset.ReportJson = Inspector.ToJson(report);
        dataset.BoundingBoxCount = figures.BoundingBoxes;
        dataset.SynapseCount = figures.Synapses;
        dataset.AmbiguousCount = figures.Ambiguous;
        dataset.ProblemCount = figures.Problems;
        database.SaveChanges();
        reports.Forget(id);
        return $"{figures.BoundingBoxes} bounding boxes, {figures.Synapses} synapses, {figures.Problems} problems.";
    }

    private void SetRoot(int id, string root)
    {
        using LabDatabase database = databases.CreateDbContext();
        database.Datasets.Where(dataset => dataset.Id == id).ExecuteUpdate(set => set.SetProperty(dataset => dataset.Root, root));
    }

    // A dataset that was inspected before stays usable with its old report when a later inspection fails.
    private void RecordEnd(int id, string status, string? message)
    {
        using LabDatabase database = databases.CreateDbContext();
        Dataset dataset = database.Datasets.Single(dataset => dataset.Id == id);
        dataset.State = dataset.ReportJson is null ? DatasetState.Failed : DatasetState.Ready;
        dataset.ErrorMessage = status == JobStatus.Finished ? null
            : status == JobStatus.Interrupted && dataset is { Kind: DatasetKind.Upload, Root: "" } ? DatasetWords.ZipIsGone
            : message;
        database.SaveChanges();
    }
}
