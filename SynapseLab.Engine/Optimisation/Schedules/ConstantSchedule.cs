namespace SynapseLab.Engine.Optimisation.Schedules;

/// <summary>The peak, always.</summary>
internal sealed record ConstantSchedule : ISchedule
{
    /// <inheritdoc />
    public double Factor(long step) => 1;
}
