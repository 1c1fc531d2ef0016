using System.Globalization;
using SynapseLab.Engine.Methods;

namespace SynapseLab.Engine.Training;

/// <summary>What a run says before its first step.</summary>
internal static class RunOpening
{
    private const long LargeHostBytes = 1_000_000_000; // more is said: streaming promises less

    /// <summary>What begins, or goes on.</summary>
    internal static RunStarted Started(TrainingSetup setup, long totalSteps)
    {
        var options = setup.Options;
        var method = MethodCatalogue.Find(options.Method);
        return new()
        {
            CubeCount = setup.Cubes.Count,
            StepsPerEpoch = setup.Sampler.StepsPerEpoch,
            TotalSteps = totalSteps,
            ParameterCount = setup.State.ParameterCount,
            Device = setup.Device.ToString(),
            EffectiveNegatives = method.Negatives(options.BatchSize, options.MethodParameters),
            ChanceLoss = method.ChanceLoss(options.BatchSize, options.MethodParameters),
            Loading = setup.Cubes.Loading.Name,
            LoadingReason = setup.Cubes.Loading.Reason,
        };
    }

    /// <summary>A warning where the run is too short for its warm-up; else null.</summary>
    internal static RunWarned? ShortWarmUp(TrainingOptions options) => ScheduleChoice.CutSentence(options) is { } sentence ? new() { Message = sentence } : null;

    /// <summary>A warning where reading ahead takes much host memory; else null.</summary>
    /// <param name="batch">Shape of a batch, (N, C, s, s, s).</param>
    /// <param name="isPinned">Whether batches are copied for a GPU to fetch.</param>
    internal static RunWarned? LargeBatches(long[] batch, bool isPinned)
    {
        long hostBytes = BatchPrefetcher.HostBytes(batch.Aggregate((long)sizeof(float), (product, length) => product * length), isPinned);
        return hostBytes > LargeHostBytes
            ? new()
            {
                Message = string.Create(CultureInfo.InvariantCulture, $"Batches of {batch[0]} cubes of {batch[^1]}³ take up to {hostBytes / 1e9:0.0} GB of host memory while they are read ahead; smaller ones stay within 1 GB."),
            }
            : null;
    }
}
