using SynapseLab.Engine.Evaluation;
using TorchSharp;

namespace SynapseLab.Engine.Training;

/// <summary>What options, cubes and device must fulfil together before a run can begin.</summary>
internal static class RunRequirements
{
    /// <summary>Whether a run of these options could begin, wherever it would write.</summary>
    /// <exception cref="EngineException">It could not.</exception>
    internal static void Require(TrainingOptions options, ICubeSource cubes, torch.Device device)
    {
        RequireValid(options.RunDir.Length > 0 ? options : options with { RunDir = "." });
        RequireCubes(options, cubes);
        RequirePrecision(options, device);
    }

    /// <summary>Every option in its range.</summary>
    /// <exception cref="EngineException">Names each that is not.</exception>
    internal static void RequireValid(TrainingOptions options) => RequireNone(options.Validate());

    /// <summary>Cubes that suit the options: enough of them, such as the network can take, with types where these are asked for.</summary>
    /// <exception cref="EngineException">They do not.</exception>
    internal static void RequireCubes(TrainingOptions options, ICubeSource cubes)
    {
        RequireEnoughCubes(options, cubes);
        RequireSuitableCubes(options, cubes);
        RequireTypes(options, cubes);
    }

    /// <summary>Cubes that network, views and method can take.</summary>
    /// <exception cref="EngineException">Names each option that they do not suit.</exception>
    private static void RequireSuitableCubes(TrainingOptions options, ICubeSource cubes) =>
        RequireNone([.. CubeRules.Errors(options, cubes.CubeSize, cubes.ChannelCount)]);

    /// <exception cref="EngineException">The device has no networks of that precision.</exception>
    internal static void RequirePrecision(TrainingOptions options, torch.Device device)
    {
        if (options.Precision == "float16" && device.type == DeviceType.CPU)
        {
            throw new EngineException("Precision float16 needs a GPU, the device is the CPU, where libtorch has no 3D convolutions in float16. Choose bfloat16 or float32.");
        }
    }

    /// <summary>Types where best.pt is chosen by them: without, there would never be a best.pt. A run that began without goes on.</summary>
    /// <exception cref="EngineException">The cubes have none.</exception>
    private static void RequireTypes(TrainingOptions options, ICubeSource cubes)
    {
        if (options is { BestBy: "knn", EvaluateEveryEpochs: > 0, Resume: false } && (cubes.Synapses is not { } synapses || SynapseLabels.Of(synapses) is null))
        {
            throw new EngineException(
                $"The best checkpoint by knn needs at least two types of {SynapseLabels.LeastMembers} synapses each, from a column \"type\" of the tables or the first words of Var1, and the cubes in {options.PreprocDir} have none. "
                + "Choose another figure (silhouette, rankme, hopkins, loss), or give the tables a column of types and prepare the cubes again.");
        }
    }

    /// <exception cref="EngineException">The set is smaller than a step.</exception>
    private static void RequireEnoughCubes(TrainingOptions options, ICubeSource cubes)
    {
        int accumulated = options.GradientAccumulationSteps;
        if (accumulated > 1 && (long)options.BatchSize * accumulated > cubes.Count)
        {
            throw new EngineException(
                $"A step of {accumulated} batches of {options.BatchSize} needs {(long)options.BatchSize * accumulated} cubes, {options.PreprocDir} has {cubes.Count}. Choose fewer batches a step (gradient accumulation) or a smaller batch size, or add data.");
        }

        if (options.BatchSize > cubes.Count)
        {
            throw new EngineException(
                $"The batch of {options.BatchSize} is larger than the set of {cubes.Count} cubes in {options.PreprocDir}. Choose a batch size of at most {cubes.Count}, or add data.");
        }
    }

    private static void RequireNone(IReadOnlyList<OptionError> errors)
    {
        if (errors.Count > 0)
        {
            throw new EngineException(string.Join(" ", errors.Select(error => $"{error.Option}: {error.Message}")));
        }
    }
}
