using SynapseLab.Torch.Serialization;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Optimisation;

/// <summary>
/// LARS (You, Gitman, Ginsburg 2017, https://arxiv.org/abs/1708.03888): every weight moves by a share of its own norm, so that
/// large batches may have large rates. With gradient g, rate γ, decay β, trust η, momentum m:
/// d = g + βw, v ← m·v + γ·η·‖w‖/‖d‖·d, w ← w − v. As SimCLR uses it the ratio has ‖g + βw‖ below where the paper has ‖g‖ + β‖w‖,
/// it is 1 where a norm is 0, and parameters with one dimension have neither decay nor ratio.
/// It is SGD of rate 1 on scaled gradients; the velocity therefore holds the rate, as in the paper, and a falling rate does not
/// shrink what was gathered before (PyTorch's SGD multiplies by the rate afterwards).
/// </summary>
internal sealed class Lars : Optimizer
{
    private readonly IReadOnlyList<Parameter> _adapted;
    private readonly IReadOnlyList<Parameter> _plain;
    private readonly double _weightDecay;
    private readonly double _trust;
    private double _rate;

    /// <summary>LARS over two groups of parameters.</summary>
    /// <param name="adapted">With decay and ratio.</param>
    /// <param name="plain">Without: biases and norms.</param>
    /// <param name="weightDecay">β ≥ 0.</param>
    /// <param name="momentum">m in [0, 1).</param>
    /// <param name="trust">η > 0.</param>
    internal Lars(IEnumerable<Parameter> adapted, IEnumerable<Parameter> plain, double weightDecay, double momentum = 0.9, double trust = 0.001)
        : this([.. adapted], [.. plain], momentum) => (_weightDecay, _trust) = (weightDecay, trust);

    private Lars(Parameter[] adapted, Parameter[] plain, double momentum)
        : base(optim.SGD([new SGD.ParamGroup(adapted, 1, momentum), new SGD.ParamGroup(plain, 1, momentum)], 1)) =>
        (_adapted, _plain) = (adapted, plain);

    /// <inheritdoc />
    internal override double LearningRate { set => _rate = value; }

    /// <summary>Moves every parameter that has a gradient; the gradients hold what was added to the velocities then.</summary>
    internal override void Step()
    {
        using var noGradients = no_grad();
        foreach (var parameter in _adapted)
        {
            using var scope = NewDisposeScope();
            if (parameter.grad is { } direction)
            {
                direction.add_(parameter, _weightDecay);
                direction.mul_(Ratio(parameter.norm(), direction.norm()) * _rate);
            }
        }

        foreach (var parameter in _plain)
        {
            using var scope = NewDisposeScope();
            parameter.grad?.mul_(_rate);
        }

        base.Step();
    }

    /// <inheritdoc />
    protected override void Describe(int group, TorchDictionary settings)
    {
        settings["lr"] = _rate;
        settings["weight_decay"] = group == 0 ? _weightDecay : 0.0;
        settings["trust_coefficient"] = group == 0 ? _trust : null;
    }

    /// <summary>η·‖w‖/‖d‖, on the device: no step waits for it.</summary>
    private Tensor Ratio(Tensor weight, Tensor direction) =>
        where((weight > 0).logical_and(direction > 0), weight * _trust / direction, ones_like(weight));
}
