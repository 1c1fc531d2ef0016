using SynapseLab.Torch.Serialization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Optimisation;

/// <summary>
/// An optimiser's state as PyTorch's optimizer.state_dict() lays it out: <c>state</c> by the parameter's number (group after
/// group), and <c>param_groups</c> with their settings and numbers.
/// </summary>
internal static class OptimizerStateDict
{
    /// <summary>State and settings; <paramref name="describe"/> may correct the settings of each group.</summary>
    internal static TorchDictionary Save(OptimizerHelper optimizer, Action<int, TorchDictionary> describe)
    {
        var own = optimizer.state_dict();
        var state = new TorchDictionary();
        for (int i = 0; i < own.State.Count; i++)
        {
            if (Save(own.State[i]) is { } saved)
            {
                state.Add((long)i, saved);
            }
        }

        return new() { ["state"] = state, ["param_groups"] = Groups(optimizer, describe) };
    }

    /// <summary>Puts saved state into an optimiser of the same kind over the same parameters, bit for bit.</summary>
    internal static void Load(OptimizerHelper optimizer, TorchDictionary saved)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var states = optimizer.state_dict().State;
        Parameter[] parameters = [.. optimizer.parameters()];
        foreach (var (number, values) in saved.Get<TorchDictionary>("state"))
        {
            int at = (int)(long)number;
            Load(states[at], parameters[at].device, (TorchDictionary)values!);
        }
    }

    /// <summary>That of saved state: all groups have one.</summary>
    internal static double LearningRate(TorchDictionary saved) => ((TorchDictionary)saved.Get<List<object?>>("param_groups")[0]!).Get<double>("lr");

    private static TorchDictionary? Save(OptimizerState state) => state switch
    {
        AdamW.State adam => Moments(adam.step, adam.exp_avg, adam.exp_avg_sq),
        Adam.State adam => Moments(adam.step, adam.exp_avg, adam.exp_avg_sq),
        SGD.State { momentum_buffer: { } velocity } => new() { ["momentum_buffer"] = velocity.ToTensorData() },
        SGD.State => null,
        _ => throw new NotSupportedException($"Expected the state of AdamW, Adam or SGD, got {state.GetType()}."),
    };

    private static TorchDictionary Moments(long step, Tensor mean, Tensor square) => new()
    {
        ["step"] = TensorData.From<float>([step]), // a float tensor since PyTorch 1.12
        ["exp_avg"] = mean.ToTensorData(),
        ["exp_avg_sq"] = square.ToTensorData(),
    };

    private static void Load(OptimizerState state, Device device, TorchDictionary saved)
    {
        switch (state)
        {
            case AdamW.State adam:
                adam.step = LoadMoments(saved, adam.exp_avg, adam.exp_avg_sq);
                break;
            case Adam.State adam:
                adam.step = LoadMoments(saved, adam.exp_avg, adam.exp_avg_sq);
                break;
            case SGD.State sgd:
                sgd.momentum_buffer?.Dispose();
                sgd.momentum_buffer = saved.Get<TensorData>("momentum_buffer").ToTensor().to(device).DetachFromDisposeScope();
                break;
        }
    }

    private static long LoadMoments(TorchDictionary saved, Tensor mean, Tensor square)
    {
        mean.copy_(saved.Get<TensorData>("exp_avg").ToTensor());
        square.copy_(saved.Get<TensorData>("exp_avg_sq").ToTensor());
        return (long)saved.Get<TensorData>("step").ToArray<float>()[0];
    }

    private static List<object?> Groups(OptimizerHelper optimizer, Action<int, TorchDictionary> describe)
    {
        var groups = new List<object?>();
        long number = 0;
        foreach (var group in optimizer.ParamGroups.Cast<ParamGroup>())
        {
            var saved = Settings(group.Options!);
            describe(groups.Count, saved);
            saved["params"] = group.Parameters.Select(_ => (object?)number++).ToList();
            groups.Add(saved);
        }

        return groups;
    }

    private static TorchDictionary Settings(OptimizerOptions options) => options switch
    {
        AdamW.Options o => AdamSettings(o.LearningRate, o.beta1, o.beta2, o.eps, o.weight_decay, o.amsgrad, o.maximize),
        Adam.Options o => AdamSettings(o.LearningRate, o.beta1, o.beta2, o.eps, o.weight_decay, o.amsgrad, o.maximize),
        SGD.Options sgd => new()
        {
            ["lr"] = sgd.LearningRate,
            ["momentum"] = sgd.momentum,
            ["dampening"] = sgd.dampening,
            ["weight_decay"] = sgd.weight_decay,
            ["nesterov"] = sgd.nesterov,
            ["maximize"] = sgd.maximize,
        },
        _ => throw new NotSupportedException($"Expected settings of AdamW, Adam or SGD, got {options.GetType()}."),
    };

    private static TorchDictionary AdamSettings(double? rate, double? beta1, double? beta2, double? eps, double? decay, bool? amsgrad, bool? maximize) => new()
    {
        ["lr"] = rate,
        ["betas"] = new List<object?> { beta1, beta2 },
        ["eps"] = eps,
        ["weight_decay"] = decay,
        ["amsgrad"] = amsgrad,
        ["maximize"] = maximize,
    };
}
