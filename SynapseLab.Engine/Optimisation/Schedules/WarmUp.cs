using SynapseLab.Torch.Serialization;

namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>
/// A linear rise to the peak, (t + 1)/steps, so that the first step moves already; then another schedule, whose own steps
/// count from there. A plateau first hears of the epoch in which the warm-up ended.
/// </summary>
/// <param name="Steps">Optimiser steps of the rise; 0 leaves the other schedule alone.</param>
/// <param name="Then">What follows.</param>
internal sealed record WarmUp(long Steps, ISchedule Then) : ISchedule
{
    /// <inheritdoc />
    public double Factor(long step) => step < Steps ? (step + 1.0) / Steps : Then.Factor(step - Steps);

    /// <inheritdoc />
    public void AfterEpoch(long steps, double meanLoss)
    {
        if (steps > Steps)
        {
            Then.AfterEpoch(steps - Steps, meanLoss);
        }
    }

    /// <inheritdoc />
    public TorchDictionary Save() => Then.Save();

    /// <inheritdoc />
    public void Load(TorchDictionary saved) => Then.Load(saved);
}
