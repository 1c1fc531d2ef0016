using System.Globalization;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Models;

namespace SynapseLab.Engine.Training;

/// <summary>What a run will be, in figures and words, before it begins.</summary>
/// <param name="StepsPerEpoch">⌊cubes / (batch · accumulation)⌋; 0 when that is more than the set.</param>
/// <param name="TotalSteps">Steps of all epochs.</param>
/// <param name="NegativesPerStep">Negatives each view meets; 0 for methods without.</param>
/// <param name="ChanceLoss">Loss of a network that tells nothing apart; null where the method has no such figure.</param>
/// <param name="Seconds">Rough duration on the device.</param>
/// <param name="Words">All of it in one line for the form.</param>
public sealed record TrainingEstimate(int StepsPerEpoch, long TotalSteps, int NegativesPerStep, double? ChanceLoss, double Seconds, string Words)
{
    // Multiply-adds a second in training, by order of magnitude: measured with docs/benchmarks.md's `step` on two AVX-512 cores
    // and known figures of data-centre GPUs.
    private const double PerCpuCore = 2e10;
    private const double PerGpu = 1e13;

    /// <summary>The estimate for options over a number of cubes.</summary>
    public static TrainingEstimate For(TrainingOptions options, int cubeCount, int cubeSize, int channels, DeviceInfo device)
    {
        long cubesPerStep = Math.Max(1, (long)options.BatchSize * options.GradientAccumulationSteps);
        int stepsPerEpoch = (int)(cubeCount / cubesPerStep);
        long totalSteps = (long)stepsPerEpoch * options.Epochs;
        var method = MethodCatalogue.Find(options.Method);
        int negatives = method.Negatives(options.BatchSize, options.MethodParameters);
        double speed = device.IsGpu ? PerGpu : PerCpuCore * Environment.ProcessorCount;
        var shape = NetworkChoice.Describe(options, channels);
        bool isCached = options.MicroBatchSize > 0 && options.MicroBatchSize < options.BatchSize;
        int passes = method.Cost.ForwardPasses(isCached, options.FreezeBackbone);
        double seconds = totalSteps * cubesPerStep * passes * NetworkCost.MultiplyAdds(shape, cubeSize) / speed;
        double? chance = method.ChanceLoss(options.BatchSize, options.MethodParameters);
        string words = string.Create(
            CultureInfo.InvariantCulture,
            $"{(negatives > 0 ? $"{negatives} negatives a step, " : "")}{stepsPerEpoch} steps an epoch, {totalSteps} in all; "
            + $"{(chance is { } loss ? $"chance level of the loss {loss:0.00}; " : "")}about {Duration(seconds)} on {device.Description}");
        return new(stepsPerEpoch, totalSteps, negatives, chance, seconds, words);
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 90 => "a minute",
        < 5400 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes"),
        < 172800 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 86400:0} days"),
    };
}
