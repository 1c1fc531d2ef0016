using System.Globalization;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>Writes a run's checkpoints and says so; of several processes the first alone does.</summary>
internal sealed class CheckpointWriter(TrainingSetup setup, RunReporter reporter)
{
    internal void SaveLatest() => Save("latest");

    internal void SaveBest() => Save("best");

    /// <summary>Keeps the state after an epoch under a name of its own, and removes the oldest beyond a number.</summary>
    /// <param name="epoch">Epochs done.</param>
    /// <param name="most">Most that are kept; 0 keeps all.</param>
    internal void Keep(int epoch, int most)
    {
        Save(string.Create(CultureInfo.InvariantCulture, $"epoch_{epoch:D6}"));
        if (most > 0 && setup.Writes)
        {
            setup.Folder.KeepNewestEpochs(most);
        }
    }

    /// <summary>The finished run: final.pt, and the backbone alone in both formats, with averaged weights where they are kept.</summary>
    internal void SaveFinal()
    {
        Save("final");
        if (!setup.Writes)
        {
            return;
        }

        using var averaged = setup.State.UseAverage();
        setup.Folder.WriteBackbone(TensorDataConversion.StateDict(setup.State.Method.Backbone));
    }

    private void Save(string kind)
    {
        if (!setup.Writes)
        {
            return;
        }

        setup.Folder.WriteCheckpoint(kind, Checkpoint.Save(setup.State, setup.Options, setup.Cubes));
        reporter.Report(new CheckpointSaved { Path = $"checkpoints/{kind}.pt", Kind = kind }, setup.State.Position);
    }
}
