using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Everything that must hold before the first step: options, cubes, device, folder, and the state to start or go on from.</summary>
internal sealed class TrainingSetup : IDisposable
{
    private readonly FolderLock? _held; // a second trainer in the folder would tear log and checkpoints

    private TrainingSetup(TrainingOptions options, ICubeSource cubes, torch.Device device, World? world, RunFolder folder, FolderLock? held, TrainingState state) =>
        (Options, Cubes, Device, World, Folder, _held, State) = (options, cubes, device, world, folder, held, state);

    internal TrainingOptions Options { get; }

    internal ICubeSource Cubes { get; }

    internal torch.Device Device { get; }

    /// <summary>The processes that train together; null for this one alone.</summary>
    internal World? World { get; }

    /// <summary>Whether this process writes the run's files.</summary>
    internal bool Writes => World?.IsFirst ?? true;

    internal RunFolder Folder { get; }

    internal TrainingState State { get; }

    internal EpochSampler Sampler => EpochSampler.Of(Options, Cubes);

    /// <exception cref="EngineException">The run cannot begin; a new run has then written nothing.</exception>
    internal static TrainingSetup Prepare(TrainingOptions asked)
    {
        // Met before anything else may fail: the other processes then learn at once that this one is gone.
        var world = asked.Distributed ? WorldStart.Join(asked.Device) : null;
        try
        {
            return Prepare(asked, world);
        }
        catch
        {
            world?.Dispose();
            throw;
        }
    }

    private static TrainingSetup Prepare(TrainingOptions asked, World? world)
    {
        var options = world is null ? RunBeginning.OptionsOf(asked) : world.ShareOptions(asked, RunBeginning.OptionsOf);
        RunRequirements.RequireValid(options);
        world?.RequireShares(options);
        var cubes = CubeSourceChoice.Open(options);
        FolderLock? held = null;
        try
        {
            RunRequirements.RequireCubes(options, cubes);
            var device = world?.Device ?? DeviceChoice.Find(options.Device);
            RunRequirements.RequirePrecision(options, device);
            var folder = RunFolder.At(options.RunDir);
            if (world?.IsFirst ?? true)
            {
                folder = options.Resume ? RunFolder.Open(options.RunDir) : RunFolder.Create(options.RunDir);
                held = FolderLock.Take(options.RunDir);
                folder.ClearPartials();
            }

            torch.set_num_threads(options.Threads > 0 ? options.Threads : Math.Max(1, Environment.ProcessorCount / (world?.ProcessesHere ?? 1)));
            return new(options, cubes, device, world, folder, held, RunBeginning.State(options, cubes, device, world, folder));
        }
        catch
        {
            held?.Dispose();
            cubes.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        State.Dispose();
        _held?.Dispose();
        Cubes.Dispose();
        World?.Dispose();
    }
}
