using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Makes a run out of a filled form and queues it.</summary>
internal sealed class RunLauncher(IDbContextFactory<LabDatabase> contexts, StoragePaths paths, RunRequests requests, ITrainingBackend backend, WeightShelf weights, SetTypes types, TimeProvider time)
{
    /// <summary>The options as the engine takes them, with files and folders of this server, checked against the cube set.</summary>
    /// <exception cref="EngineException">The set is not ready or of another pipeline, an option is out of range, the machine lacks the device, or cubes or batch do not suit each other or the set.</exception>
    internal async Task<TrainingOptions> PrepareAsync(int cubeSetId, TrainingOptions options)
    {
        await using LabDatabase context = await contexts.CreateDbContextAsync();
        CubeSet cubes = await context.CubeSets.FindAsync(cubeSetId)
            ?? throw new EngineException($"There is no cube set {cubeSetId}; choose one of the list.");
        cubes.RequireReady();
        var asked = weights.Resolve(options) with { PreprocDir = cubes.Directory, RunDir = paths.Runs, Resume = false };
        IReadOnlyList<OptionError> errors =
        [
            .. MachineCheck.Of(asked, [.. backend.Devices.Select(device => device.Name)], Environment.ProcessorCount),
            .. OptionCheck.Of(asked, cubes, types.Of),
        ];
        return errors.Count == 0 ? asked : throw new EngineException($"{errors[0].Option}: {errors[0].Message}");
    }

    /// <summary>Checks the options against the cube set, stores the run as queued and wakes the devices; answers its id.</summary>
    /// <param name="name">What no other run is called; blank takes the one that is proposed (<see cref="RunNames"/>).</param>
    /// <param name="cubeSetId">What it trains on.</param>
    /// <param name="options">How.</param>
    /// <param name="person">Who asks.</param>
    /// <exception cref="EngineException">As <see cref="PrepareAsync"/> says, the name is taken or none, or the set was deleted meanwhile.</exception>
    internal async Task<int> LaunchAsync(string name, int cubeSetId, TrainingOptions options, string person)
    {
        TrainingOptions asked = await PrepareAsync(cubeSetId, options);
        await using LabDatabase context = await contexts.CreateDbContextAsync();
        await using var transaction = await context.Database.BeginTransactionAsync(); // of two launches at once the second sees the first one's name
        DateTimeOffset now = time.GetUtcNow();
        var run = new Run
        {
            Name = await NameAsync(context, name.Trim(), cubeSetId, asked),
            CubeSetId = cubeSetId,
            OptionsJson = TrainingJson.ToJson(asked with { PreprocDir = "", RunDir = "", Resume = false }),
            Status = RunStatus.Queued,
            Device = options.Device,
            CreatedAt = now,
            QueuedAt = now,
            CreatedBy = person,
        };
        context.Add(run);
        await context.SaveChangesAsync();
        run.RunDir = paths.Run(run.Id);
        await context.SaveChangesAsync();
        await transaction.CommitAsync();
        await requests.QueueChangedAsync(run.Id);
        return run.Id;
    }

    private static async Task<string> NameAsync(LabDatabase context, string wanted, int cubeSetId, TrainingOptions options)
    {
        string dataset = await context.CubeSets.Where(set => set.Id == cubeSetId).Select(set => set.Dataset!.Name).SingleOrDefaultAsync()
            ?? throw new EngineException($"The cube set {cubeSetId} was deleted meanwhile; choose another of the list.");
        var names = new RunNames(await context.Runs.Select(run => run.Name).ToListAsync());
        if (wanted.Length == 0)
        {
            return names.Propose(dataset, preset: "", options);
        }

        return names.ProblemOf(wanted) is { } problem ? throw new EngineException(problem) : wanted;
    }
}
