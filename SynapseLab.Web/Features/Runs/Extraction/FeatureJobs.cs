using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Storage;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Runs.Extraction;

/// <summary>
/// Writes the features of all cubes by a finished run's network as a job that takes its turn on the run's device: what
/// <c>synapselab extract</c> writes.
/// </summary>
internal sealed class FeatureJobs(IDbContextFactory<LabDatabase> contexts, ITrainingBackend backend, EvaluationStore evaluations, JobService jobs, RunExecutor executor)
{
    /// <summary>Starts the job; answers its id.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="layer">Of a VGG3D, 0 … 33, −1 for the last; other networks have none.</param>
    /// <param name="pooling">Of a VGG3D: avg, max, avg+max, spp or flatten.</param>
    /// <param name="person">Who asked.</param>
    /// <exception cref="EngineException">The run waits or works, has no checkpoint, the layer does not exist, there are no cubes to take features of, or the same is being extracted.</exception>
    internal async Task<int> StartAsync(int runId, int layer, string pooling, string person)
    {
        await using LabDatabase context = await contexts.CreateDbContextAsync();
        Run run = await context.Runs.FindAsync(runId)
            ?? throw new EngineException($"There is no run {runId}; the list of runs shows those that are there.");
        if (RunStatus.IsActive(run.Status))
        {
            throw new EngineException($"Run \"{run.Name}\" is {run.Status}; its features can be extracted when it has ended.");
        }

        TrainingOptions trained = TrainingJson.ParseOptions(run.OptionsJson);
        string name = FeatureFolder.NameOf(trained, layer, pooling);
        string title = $"Extract features ({name}) of {run.Name}";
        if (jobs.Active.Any(job => job.RunId == runId && job.Title == title))
        {
            throw new EngineException($"These features ({name}) are being extracted already; wait for them or cancel them.");
        }

        CubeSet cubes = evaluations.CubesFor(runId);
        string device = backend.Devices.Any(known => known.Name == run.Device) ? run.Device : "auto"; // it may be gone since the run trained on it
        var options = new FeatureExtractionOptions(
            RunCheckpoints.BestCheckpoint(run.RunDir), cubes.Directory, Path.Combine(run.RunDir, FeatureFolder.Root, name))
        {
            LayerNum = FeatureFolder.HasLayers(trained) ? layer : null,
            Pooling = FeatureFolder.HasLayers(trained) ? pooling : null, // else the embedding, as the run has it
            Device = device,
        };
        options.ThrowIfInvalid();
        int id = await jobs.StartAsync(new(JobKind.Extract, title, person, (progress, cancellation) => Extract(cubes.Id, options, progress, cancellation), CubeSetId: cubes.Id)
        {
            RunId = runId,
            Device = device,
            MayBegin = () => !evaluations.IsInPreparation(cubes.Id),
        });
        executor.Wake();
        return id;
    }

    private string Extract(int cubeSetId, FeatureExtractionOptions options, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        RequireReady(cubeSetId); // the preparation that it waited for may have failed
        FeatureExtractionResult result = backend.Extract(options, progress, cancellation);
        return $"{Quantity.Count(result.Count)} {Plural.Of(result.Count, "cube")} with {Quantity.Count(result.Dimension)} features, {result.ColumnPrefix}1 … {result.Dimension}.";
    }

    private void RequireReady(int cubeSetId)
    {
        using LabDatabase context = contexts.CreateDbContext();
        CubeSet cubes = context.CubeSets.Find(cubeSetId)
            ?? throw new EngineException("The cubes whose features were asked for were deleted meanwhile; prepare them again on the dataset's page, then extract.");
        cubes.RequireReady();
    }
}
