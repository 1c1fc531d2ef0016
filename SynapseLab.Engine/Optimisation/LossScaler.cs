using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Optimisation;

/// <summary>
/// Dynamic loss scaling (Micikevicius et al. 2018, https://arxiv.org/abs/1710.03740 §3.2): the loss is multiplied before the
/// backward pass, so that small gradients do not vanish in float16, and gradients are divided again before clipping. Gradients that
/// are not finite cost the step and half the scale; 2,000 finite ones in a row double it. Figures and state are those of
/// PyTorch's GradScaler. Scales are powers of two: scaling alone changes no digit.
/// </summary>
internal sealed class LossScaler
{
    private const double Growth = 2;
    private const double Backoff = 0.5;
    private const long GrowthInterval = 2000;

    private long _finiteSteps;

    /// <summary>Factor of the next loss, > 0. At first 65,536.</summary>
    internal double Scale { get; private set; } = 65536;

    /// <summary>Whether overflow can still be the scale's fault; below, the network itself overflows.</summary>
    internal bool CanFall => Scale > 1;

    /// <summary>Hears whether the step's gradients were finite, and sets the scale of the next.</summary>
    internal void Update(bool gradientsFinite)
    {
        if (!gradientsFinite)
        {
            (Scale, _finiteSteps) = (Scale * Backoff, 0);
        }
        else if (++_finiteSteps == GrowthInterval)
        {
            (Scale, _finiteSteps) = (Scale * Growth, 0);
        }
    }

    internal TorchDictionary Save() => new()
    {
        ["scale"] = Scale,
        ["growth_factor"] = Growth,
        ["backoff_factor"] = Backoff,
        ["growth_interval"] = GrowthInterval,
        ["_growth_tracker"] = _finiteSteps,
    };

    internal void Load(TorchDictionary saved) => (Scale, _finiteSteps) = (saved.Get<double>("scale"), saved.Get<long>("_growth_tracker"));
}
