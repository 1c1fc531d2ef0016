using SynapseLab.Torch.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// A run's state as a dictionary that Python opens: model_state_dict, optimizer_state_dict, epoch, global_step, config (JSON
/// text), sampler_state, generator_states, best_figure, micro_batch_size, cubes; scheduler_state_dict; with loss scaling scaler_state_dict, as
/// PyTorch's GradScaler has it; with averaged weights ema_state_dict, the backbone's part of model_state_dict.
/// </summary>
internal static class Checkpoint
{
    private const string BackbonePrefix = "backbone.";

    internal static TorchDictionary Save(TrainingState state, TrainingOptions options, ICubeSource cubes)
    {
        var saved = SaveAlways(state, options, cubes);
        if (state.Scaler is { } scaler)
        {
            saved["scaler_state_dict"] = scaler.Save();
        }

        if (state.Average is { } average)
        {
            saved["ema_state_dict"] = average.Save(BackbonePrefix);
        }

        return saved;
    }

    /// <summary>The options a checkpoint was made with; null when it carries none, as a plain state dict.</summary>
    internal static TrainingOptions? Options(TorchDictionary checkpoint) =>
        checkpoint.TryGetValue("config", out object? json) && json is string text ? TrainingJson.ParseOptions(text) : null;

    /// <summary>Puts a checkpoint into a fresh state of the same options, bit for bit.</summary>
    internal static void Load(TrainingState state, TorchDictionary checkpoint, ICubeSource cubes)
    {
        RequireSameCubes(checkpoint.Get<TorchDictionary>("cubes"), cubes);
        TensorDataConversion.LoadStateDict(state.Method, checkpoint.Get<TorchDictionary>("model_state_dict"));
        state.Optimizer.Load(checkpoint.Get<TorchDictionary>("optimizer_state_dict"));
        if (checkpoint.ContainsKey("scheduler_state_dict")) // runs from before schedules could be chosen have a cosine, which remembers nothing
        {
            state.Schedule.Load(checkpoint.Get<TorchDictionary>("scheduler_state_dict"));
        }

        state.Scaler?.Load(checkpoint.Get<TorchDictionary>("scaler_state_dict"));
        state.Average?.Load(checkpoint.Get<TorchDictionary>("ema_state_dict"), BackbonePrefix);
        var sampler = checkpoint.Get<TorchDictionary>("sampler_state");
        state.Position = new(
            (int)checkpoint.Get<long>("epoch"), (int)sampler.Get<long>("batch"), checkpoint.Get<long>("global_step"), sampler.Get<double>("epoch_loss_sum"));
        state.BestFigure = (double?)checkpoint["best_figure"];
        if (checkpoint.ContainsKey("micro_batch_size")) // runs from before it could shrink have that of their options
        {
            state.MicroBatchSize = (int)checkpoint.Get<long>("micro_batch_size");
        }

        LoadGenerators(state, checkpoint.Get<TorchDictionary>("generator_states"));
    }

    private static TorchDictionary SaveAlways(TrainingState state, TrainingOptions options, ICubeSource cubes) => new()
    {
        ["format_version"] = 1,
        ["model_state_dict"] = TensorDataConversion.StateDict(state.Method),
        ["optimizer_state_dict"] = state.Optimizer.Save(),
        ["scheduler_state_dict"] = state.Schedule.Save(),
        ["epoch"] = state.Position.Epoch,
        ["global_step"] = state.Position.Step,
        ["config"] = TrainingJson.ToJson(options),
        ["sampler_state"] = new TorchDictionary
        {
            ["seed"] = options.Seed,
            ["batch"] = state.Position.Batch,
            ["epoch_loss_sum"] = state.Position.EpochLossSum,
        },
        ["generator_states"] = new TorchDictionary
        {
            ["decisions"] = State(state.Randomness.Decisions),
            ["voxels"] = State(state.Randomness.Voxels),
            ["voxels_device"] = state.Randomness.Voxels.device.type.ToString(),
        },
        ["best_figure"] = state.BestFigure,
        ["micro_batch_size"] = state.MicroBatchSize,
        ["cubes"] = new TorchDictionary
        {
            ["count"] = cubes.Count,
            ["cube_size"] = cubes.CubeSize,
            ["channels"] = cubes.Channels,
            ["fingerprint"] = cubes.Fingerprint,
        },
    };

    private static void LoadGenerators(TrainingState state, TorchDictionary saved)
    {
        using var scope = NewDisposeScope();
        state.Randomness.Decisions.set_state(saved.Get<TensorData>("decisions").ToTensor());

        // The state of a GPU's generator means nothing to a CPU's: a run that changes device goes on with fresh noise.
        if (saved.Get<string>("voxels_device") == state.Randomness.Voxels.device.type.ToString())
        {
            state.Randomness.Voxels.set_state(saved.Get<TensorData>("voxels").ToTensor());
        }
    }

    private static TensorData State(Generator generator)
    {
        using var state = generator.get_state();
        return state.ToTensorData();
    }

    private static void RequireSameCubes(TorchDictionary saved, ICubeSource cubes)
    {
        if (saved.Get<string>("fingerprint") != cubes.Fingerprint)
        {
            throw new EngineException(
                $"The cubes have changed since the run began (then {saved["count"]} of size {saved["cube_size"]}, {saved["channels"]}; "
                + $"now {cubes.Count} of size {cubes.CubeSize}, {cubes.Channels}). Start a new run in another folder.");
        }
    }
}
