using SynapseLab.Torch.Serialization;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>Where a run begins or goes on: its options and its state.</summary>
internal static class RunBeginning
{
    /// <summary>A resumed run keeps its own options; only where it runs, and where the cubes lie now, is taken from the new ones.</summary>
    internal static TrainingOptions OptionsOf(TrainingOptions asked)
    {
        if (!asked.Resume)
        {
            return InitialWeights.Settle(asked);
        }

        var own = RunFolder.Open(asked.RunDir).ReadConfig();
        return InitialWeights.Settle(own) with // of several processes the first one resumes a run that none has begun
        {
            PreprocDir = asked.PreprocDir.Length > 0 ? asked.PreprocDir : own.PreprocDir,
            RunDir = asked.RunDir,
            Device = asked.Device,
            Threads = asked.Threads,
            Loading = asked.Loading,
            Distributed = asked.Distributed,
            Processes = asked.Processes,
            Resume = true,
        };
    }

    /// <summary>The state to train from: fresh, or that of the run's last checkpoint; every process's is rank 0's.</summary>
    /// <exception cref="EngineException">The checkpoint is damaged, or of other cubes.</exception>
    internal static TrainingState State(TrainingOptions options, ICubeSource cubes, torch.Device device, World? world, RunFolder folder)
    {
        bool isFirst = world is not { IsFirst: false }, goesOn = options.Resume && File.Exists(folder.LatestPath);

        // Initial weights are taken by rank 0, and only where the run begins: the file may be gone when it goes on.
        var first = isFirst && !goesOn ? options : options with { InitialWeights = "" };
        var state = TrainingState.New(first, cubes.ChannelCount, EpochSampler.Of(options, cubes).StepsPerEpoch, device);
        try
        {
            if (!isFirst)
            {
                // Rank 0 says below where the run stands.
            }
            else if (goesOn)
            {
                Checkpoint.Load(state, TorchFile.ReadDictionary(folder.LatestPath), cubes);
            }
            else
            {
                // Whether a process is one of several, and goes on, is said by whoever starts it, each time anew.
                folder.WriteConfig(options with { Distributed = options.Distributed && options.Processes == 1, Resume = false });
            }

            world?.ShareState(state, options, cubes);
            return state;
        }
        catch (TorchFileException e)
        {
            state.Dispose();
            throw new EngineException(
                $"The run cannot go on from its checkpoint: {e.Message}. Put checkpoints/best.pt in the place of {folder.LatestPath} to go on from there, or start a new run.", e);
        }
        catch
        {
            state.Dispose();
            throw;
        }
    }
}
