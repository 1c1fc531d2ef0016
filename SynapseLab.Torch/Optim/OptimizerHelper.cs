using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What the optimizers here share: groups, state per parameter, the frame of a step. (The name is TorchSharp's.)</summary>
public abstract class OptimizerHelper : Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _state = new(ReferenceEqualityComparer.Instance);

    private protected OptimizerHelper()
    {
    }

    /// <summary>Settings per group and state per parameter.</summary>
    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        result.Options.AddRange(_parameter_groups.Select(group => group.Options!));
        result.State.AddRange(parameters().Select(parameter => _state[parameter]));
        return result;
    }

    /// <summary>Takes over settings and state of an optimizer of the same type over parameters of the same shapes.</summary>
    /// <exception cref="ArgumentException">The number of groups or parameters differs.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        StateDictionary own = this.state_dict();
        if (own.Options.Count != state_dict.Options.Count || own.State.Count != state_dict.State.Count)
        {
            throw new ArgumentException(
                $"The optimizer has {own.Options.Count} groups and {own.State.Count} parameters, the state {state_dict.Options.Count} and {state_dict.State.Count}.");
        }

        own.Options.Zip(state_dict.Options).ToList().ForEach(pair => pair.First.LoadStateDict(pair.Second));
        own.State.Zip(state_dict.State).ToList().ForEach(pair => pair.First.LoadStateDict(pair.Second));
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using IDisposable recording = enable_grad();
            loss = closure();
        }

        using IDisposable noGrad = no_grad();
        foreach (ParamGroup group in _parameter_groups)
        {
            foreach (Parameter parameter in group.Parameters)
            {
                using DisposeScope scope = NewDisposeScope();
                if (parameter.grad is { } gradient)
                {
                    Update(parameter, gradient, group.Options!, _state[parameter]);
                }
            }
        }

        return loss;
    }

    private protected abstract void Update(Parameter parameter, Tensor gradient, OptimizerOptions options, OptimizerState state);

    private protected void Add(ParamGroup group, Func<Parameter, OptimizerState> newState)
    {
        group.Parameters = [.. group.Parameters];
        _parameter_groups.Add(group);
        foreach (Parameter parameter in group.Parameters)
        {
            _state.Add(parameter, newState(parameter));
        }
    }

    /// <summary>Frees the state.</summary>
    protected override void Dispose(bool disposing)
    {
        foreach (OptimizerState state in _state.Values)
        {
            state.Dispose();
        }
    }

    private protected static void RequireRange(string name, double value, double low, double high = double.PositiveInfinity)
    {
        if (!(value >= low && value < high))
        {
            throw new ArgumentException($"{name} must be at least {low} and below {high}, {value} came.", name);
        }
    }
}
