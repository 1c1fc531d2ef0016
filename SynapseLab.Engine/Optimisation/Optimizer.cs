using SynapseLab.Torch.Serialization;
using TorchSharp.Modules;

namespace SynapseLab.Engine.Optimisation;

/// <summary>From gradients to a step, over parameters in groups. Owns what it remembers of them, not the parameters.</summary>
internal class Optimizer : IDisposable
{
    private readonly OptimizerHelper _inner;

    /// <summary>Takes one of libtorch's optimisers over.</summary>
    internal Optimizer(OptimizerHelper inner) => _inner = inner;

    /// <summary>Rate of the next step, in all groups; ≥ 0.</summary>
    internal virtual double LearningRate
    {
        set
        {
            foreach (var group in _inner.ParamGroups)
            {
                group.LearningRate = value;
            }
        }
    }

    /// <summary>Moves every parameter that has a gradient.</summary>
    internal virtual void Step() => _inner.step();

    /// <summary>Forgets the gradients.</summary>
    internal void ZeroGrad() => _inner.zero_grad();

    /// <summary>All it remembers, as PyTorch's optimizer.state_dict().</summary>
    internal TorchDictionary Save() => OptimizerStateDict.Save(_inner, Describe);

    /// <summary>Takes saved state and learning rate over, bit for bit; other settings stay its own.</summary>
    internal void Load(TorchDictionary saved)
    {
        OptimizerStateDict.Load(_inner, saved);
        LearningRate = OptimizerStateDict.LearningRate(saved);
    }

    /// <inheritdoc />
    public void Dispose() => _inner.Dispose();

    /// <summary>Corrects a group's settings in the state dict where they are not those of the optimiser within.</summary>
    /// <param name="group">Number of the group.</param>
    /// <param name="settings">What will be saved.</param>
    protected virtual void Describe(int group, TorchDictionary settings)
    {
    }
}
