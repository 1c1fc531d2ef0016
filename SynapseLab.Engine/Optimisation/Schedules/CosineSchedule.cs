namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>
/// Half a cosine down to zero, (1 + cos(π·t/total))/2 (Loshchilov and Hutter 2017, https://arxiv.org/abs/1608.03983 eq. 5
/// without restarts): PyTorch's CosineAnnealingLR.
/// </summary>
/// <param name="TotalSteps">Optimiser steps to zero; 0 counts as 1.</param>
internal sealed record CosineSchedule(long TotalSteps) : ISchedule
{
    /// <inheritdoc />
    public double Factor(long step) => 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, (double)step / Math.Max(1, TotalSteps))));
}
