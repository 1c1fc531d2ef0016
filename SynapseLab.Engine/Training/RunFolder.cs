using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>
/// The files of one run. Every file but the log is written under a temporary name, synced and renamed: what has its name is
/// whole, and a failed write leaves the one before it.
/// </summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Root = path;

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The options of the run.</summary>
    public string ConfigPath => Path.Combine(Root, "config.json");

    /// <summary>The last state of the run; resuming begins here.</summary>
    public string LatestPath => Checkpoint("latest");

    /// <summary>Backbone of the finished run, a plain PyTorch state dict.</summary>
    public string BackbonePath => Path.Combine(Root, "backbone_final.pt");

    /// <summary>The same as safetensors.</summary>
    public string BackboneSafetensorsPath => Path.Combine(Root, "backbone_final.safetensors");

    /// <summary>Event files of TensorBoard, inside the run's folder because a run owns its folder and nothing else.</summary>
    public string TensorBoardPath => Path.Combine(Root, "tensorboard_logs");

    /// <summary>Names the files of a folder, which need not exist.</summary>
    public static RunFolder At(string path) => new(path);

    /// <summary>Makes the folder for a new run.</summary>
    /// <exception cref="EngineException">It holds a run already, or cannot be made.</exception>
    public static RunFolder Create(string path)
    {
        var folder = new RunFolder(path);
        if (File.Exists(folder.ConfigPath) || File.Exists(folder.LatestPath))
        {
            throw new EngineException($"{path} already holds a run. Resume that run (--resume), or choose another folder.");
        }

        folder.MakeFolders();
        return folder;
    }

    /// <summary>Opens the folder of a run that is to go on.</summary>
    /// <exception cref="EngineException">It holds no run.</exception>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        if (!File.Exists(folder.ConfigPath))
        {
            throw new EngineException($"{path} holds no run to resume: expected {folder.ConfigPath}. Start it without --resume.");
        }

        folder.MakeFolders();
        return folder;
    }

    /// <summary>checkpoints/KIND.pt, KIND being latest, best or final.</summary>
    public string Checkpoint(string kind) => Path.Combine(CheckpointFolder, kind + ".pt");

    /// <summary>Writes config.json.</summary>
    public void WriteConfig(TrainingOptions options) =>
        WholeFile.WriteText(ConfigPath, TrainingJson.ToJson(options) + "\n");

    /// <summary>Reads config.json.</summary>
    /// <exception cref="EngineException">It cannot be read, or does not hold options.</exception>
    public TrainingOptions ReadConfig()
    {
        try
        {
            return TrainingJson.ParseOptions(File.ReadAllText(ConfigPath));
        }
        catch (Exception e) when (e is EngineException or IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The run's options in {ConfigPath} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes checkpoints/KIND.pt.</summary>
    /// <exception cref="EngineException">It cannot be written; the file before it is kept.</exception>
    public void WriteCheckpoint(string kind, TorchDictionary checkpoint)
    {
        try
        {
            WholeFile.Write(Checkpoint(kind), stream => TorchFile.Write(stream, checkpoint));
        }
        catch (TorchFileException e)
        {
            throw new EngineException($"{Checkpoint(kind)} could not be written: {e.Message}.", e);
        }
    }

    /// <summary>Removes what a killed process left half-written. Only while the folder's lock is held.</summary>
    internal void ClearPartials()
    {
        WholeFile.ClearPartials(Root, ".json", ".pt", ".safetensors");
        WholeFile.ClearPartials(CheckpointFolder, ".pt");
    }

    /// <summary>Removes the checkpoints of the oldest epochs, so that <paramref name="most"/> remain.</summary>
    internal void KeepNewestEpochs(int most)
    {
        foreach (string old in Directory.GetFiles(CheckpointFolder, "epoch_*.pt").OrderDescending(StringComparer.Ordinal).Skip(most))
        {
            File.Delete(old);
        }
    }

    /// <summary>Writes the backbone in both formats.</summary>
    public void WriteBackbone(TorchDictionary stateDict)
    {
        WholeFile.Write(BackbonePath, stream => TorchFile.Write(stream, stateDict));
        WholeFile.Write(BackboneSafetensorsPath, stream => SafetensorsFile.Write(
            stream, stateDict.Select(entry => KeyValuePair.Create((string)entry.Key, (TensorData)entry.Value!))));
    }

    private string CheckpointFolder => Path.Combine(Root, "checkpoints");

    private void MakeFolders() => OutputFolder.Make(CheckpointFolder);
}
