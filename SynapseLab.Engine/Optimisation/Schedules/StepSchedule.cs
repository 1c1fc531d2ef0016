namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>Falls to a share of itself every so many steps, factor^⌊t / period⌋: PyTorch's StepLR.</summary>
/// <param name="Period">Optimiser steps between falls, ≥ 1.</param>
/// <param name="FallTo">Share that is left after each fall, 0 … 1.</param>
internal sealed record StepSchedule(long Period, double FallTo) : ISchedule
{
    /// <inheritdoc />
    public double Factor(long step) => Math.Pow(FallTo, step / Period);
}
