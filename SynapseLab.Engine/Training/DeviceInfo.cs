namespace SynapseLab.Engine.Training;

/// <summary>One device a run can use.</summary>
/// <param name="Name">cpu or cuda:N, as in <see cref="TrainingOptions.Device"/>.</param>
/// <param name="Description">For the form, e.g. "CPU, 2 cores".</param>
/// <param name="TotalMemoryBytes">Memory of the device; for the CPU what the process may use.</param>
public sealed record DeviceInfo(string Name, string Description, long TotalMemoryBytes)
{
    /// <summary>All devices of this machine; "cpu" always, first.</summary>
    public static IReadOnlyList<DeviceInfo> All() =>
        [new("cpu", $"CPU, {Environment.ProcessorCount} cores", GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)];
}
