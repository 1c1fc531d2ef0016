using System.Text;
using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Training;

/// <summary>How the processes of a run come to the same options and the same state: rank 0's, also where only its machine has the run's folder.</summary>
internal static class WorldStart
{
    /// <summary>Meets the other processes that the environment names; while some are late, standard error says which.</summary>
    /// <param name="device">The option's word; auto and cuda are the GPU of this process's number on its machine.</param>
    /// <exception cref="EngineException">A variable is missing, the device is not here, or the others did not come.</exception>
    internal static World Join(string device)
    {
        var settings = WorldSettings.FromEnvironment();
        return World.Join(settings, DeviceChoice.Find(device, settings.LocalRank), Console.Error.WriteLine);
    }

    /// <summary>Rank 0's options, with this process's own place of the cubes and threads.</summary>
    internal static TrainingOptions ShareOptions(this World world, TrainingOptions asked, Func<TrainingOptions, TrainingOptions> ofRun)
    {
        byte[] json = world.Broadcast(world.IsFirst ? Encoding.UTF8.GetBytes(TrainingJson.ToJson(ofRun(asked))) : null);
        var first = TrainingJson.ParseOptions(Encoding.UTF8.GetString(json));
        return first with
        {
            PreprocDir = asked.PreprocDir.Length > 0 ? asked.PreprocDir : first.PreprocDir,
            Threads = asked.Threads,
        };
    }

    /// <summary>Puts rank 0's state, as a checkpoint holds it, into every process.</summary>
    internal static void ShareState(this World world, TrainingState state, TrainingOptions options, ICubeSource cubes)
    {
        byte[] first = world.Broadcast(world.IsFirst ? Bytes(Checkpoint.Save(state, options, cubes)) : null);
        if (!world.IsFirst)
        {
            Checkpoint.Load(state, TorchFile.ReadDictionary(first), cubes);
        }
    }

    private static byte[] Bytes(TorchDictionary checkpoint)
    {
        using var bytes = new MemoryStream();
        TorchFile.Write(bytes, checkpoint);
        return bytes.ToArray();
    }
}
