namespace SynapseLab.Engine.Training;

/// <summary>
/// What the run takes of the machine, every few seconds. Of several processes memory and cores are rank 0's, the GPU's figures those of all
/// GPUs of the run on its machine: mean utilisation, summed memory and power, highest temperature.
/// </summary>
public sealed record TelemetrySampled : TrainingEvent
{
    /// <summary>Memory of this process in RAM.</summary>
    public required long ProcessMemoryBytes { get; init; }

    /// <summary>Cores this process kept busy since the sample before.</summary>
    public required double BusyCores { get; init; }

    /// <summary>Part of the last moments in which the GPU computed, 0 … 1; as the others below null without a GPU, or where its driver does not tell.</summary>
    public double? GpuUtilizationFraction { get; init; }

    /// <summary>Memory of the GPU in use, by all processes.</summary>
    public long? GpuMemoryUsedBytes { get; init; }

    /// <summary>All memory of the GPU.</summary>
    public long? GpuMemoryTotalBytes { get; init; }

    /// <summary>Power that the GPU draws.</summary>
    public double? GpuPowerWatts { get; init; }

    /// <summary>Temperature of the GPU's chip.</summary>
    public double? GpuTemperatureCelsius { get; init; }

    /// <summary>Why a run on a GPU has no figures of it; null otherwise.</summary>
    public string? GpuUnavailable { get; init; }
}
