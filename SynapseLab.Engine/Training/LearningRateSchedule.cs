namespace SynapseLab.Engine.Training;

/// <summary>
/// Linear warm-up, then half a cosine down to zero (Loshchilov and Hutter 2017, https://arxiv.org/abs/1608.03983 eq. 5 without
/// restarts), stepped per optimiser step.
/// </summary>
/// <param name="Peak">Learning rate after warm-up.</param>
/// <param name="WarmupSteps">Steps of warm-up, 0 … <paramref name="TotalSteps"/>.</param>
/// <param name="TotalSteps">Steps of the whole run.</param>
public sealed record LearningRateSchedule(double Peak, long WarmupSteps, long TotalSteps)
{
    /// <summary>Lengths given in epochs; a warm-up longer than half the run is cut to half.</summary>
    public static LearningRateSchedule InEpochs(double peak, double warmupEpochs, int epochs, int stepsPerEpoch) =>
        new(peak, (long)Math.Round(Math.Min(warmupEpochs, epochs / 2.0) * stepsPerEpoch), (long)epochs * stepsPerEpoch);

    /// <summary>
    /// The rate of a 0-based step: peak·(t+1)/warm-up while warming, so that the first step moves already; then
    /// peak·(1 + cos(π·(t − warm-up)/(total − warm-up)))/2.
    /// </summary>
    public double At(long step)
    {
        if (step < WarmupSteps)
        {
            return Peak * (step + 1) / WarmupSteps;
        }

        double fraction = Math.Min(1, (double)(step - WarmupSteps) / Math.Max(1, TotalSteps - WarmupSteps));
        return Peak * 0.5 * (1 + Math.Cos(Math.PI * fraction));
    }
}
