using SynapseLab.Torch.Serialization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Training;

/// <summary>
/// An optimiser's state as PyTorch's optimizer.state_dict() lays it out: <c>state</c> by the parameter's number (group after
/// group), and <c>param_groups</c> with their settings and numbers.
/// </summary>
internal static class OptimizerState
{
    internal static TorchDictionary Save(OptimizerHelper optimizer)
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

        return new() { ["state"] = state, ["param_groups"] = Groups(optimizer) };
    }

    /// <summary>Puts saved state into an optimiser of the same kind over the same parameters, bit for bit.</summary>
    internal static void Load(OptimizerHelper optimizer, TorchDictionary saved)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var states = optimizer.state_dict().State;
        foreach (var (number, values) in saved.Get<TorchDictionary>("state"))
        {
            Load(states[(int)(long)number], (TorchDictionary)values!);
        }
    }

    private static TorchDictionary? Save(TorchSharp.Modules.OptimizerState state) => state switch
    {
        AdamW.State adam => new()
        {
            ["step"] = TensorData.From<float>([adam.step]), // a float tensor since PyTorch 1.12
            ["exp_avg"] = adam.exp_avg.ToTensorData(),
            ["exp_avg_sq"] = adam.exp_avg_sq.ToTensorData(),
        },
        SGD.State { momentum_buffer: { } velocity } => new() { ["momentum_buffer"] = velocity.ToTensorData() },
        SGD.State => null,
        _ => throw new NotSupportedException($"Expected the state of AdamW or SGD, got {state.GetType()}."),
    };

    private static void Load(TorchSharp.Modules.OptimizerState state, TorchDictionary saved)
    {
        switch (state)
        {
            case AdamW.State adam:
                adam.step = (long)saved.Get<TensorData>("step").ToArray<float>()[0];
                adam.exp_avg.copy_(saved.Get<TensorData>("exp_avg").ToTensor());
                adam.exp_avg_sq.copy_(saved.Get<TensorData>("exp_avg_sq").ToTensor());
                break;
            case SGD.State sgd:
                sgd.momentum_buffer?.Dispose();
                sgd.momentum_buffer = saved.Get<TensorData>("momentum_buffer").ToTensor().DetachFromDisposeScope();
                break;
        }
    }

    private static List<object?> Groups(OptimizerHelper optimizer)
    {
        var groups = new List<object?>();
        long number = 0;
        foreach (var group in optimizer.ParamGroups.Cast<ParamGroup>())
        {
            var saved = Settings(group.Options!);
            saved["params"] = group.Parameters.Select(_ => (object?)number++).ToList();
            groups.Add(saved);
        }

        return groups;
    }

    private static TorchDictionary Settings(OptimizerOptions options) => options switch
    {
        AdamW.Options adam => new()
        {
            ["lr"] = adam.LearningRate,
            ["betas"] = new List<object?> { adam.beta1, adam.beta2 },
            ["eps"] = adam.eps,
            ["weight_decay"] = adam.weight_decay,
            ["amsgrad"] = adam.amsgrad,
            ["maximize"] = adam.maximize,
        },
        SGD.Options sgd => new()
        {
            ["lr"] = sgd.LearningRate,
            ["momentum"] = sgd.momentum,
            ["dampening"] = sgd.dampening,
            ["weight_decay"] = sgd.weight_decay,
            ["nesterov"] = sgd.nesterov,
            ["maximize"] = sgd.maximize,
        },
        _ => throw new NotSupportedException($"Expected settings of AdamW or SGD, got {options.GetType()}."),
    };
}
