namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>
/// SGDR (Loshchilov and Hutter 2017, https://arxiv.org/abs/1608.03983 eq. 5): a half cosine to zero, again from the peak after
/// each period. All periods are equally long (T_mult 1 in the paper): PyTorch's CosineAnnealingWarmRestarts.
/// </summary>
/// <param name="Period">Optimiser steps between restarts, ≥ 1.</param>
internal sealed record WarmRestartSchedule(long Period) : ISchedule
{
    /// <inheritdoc />
    public double Factor(long step) => 0.5 * (1 + Math.Cos(Math.PI * (step % Period) / Period));
}
