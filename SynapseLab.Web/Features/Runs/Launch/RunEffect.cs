using SynapseLab.Engine;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>What the chosen options mean, in sentences.</summary>
internal static class RunEffect
{
    /// <summary>Steps, negatives, chance level.</summary>
    internal static IEnumerable<string> Sentences(TrainingOptions options, CubeSet set)
    {
        RunCubes cubes = RunCubes.Of(set, options);
        long cubesPerStep = (long)options.BatchSize * options.GradientAccumulationSteps;
        if (options.BatchSize < 2 || cubesPerStep < options.BatchSize || cubesPerStep > cubes.Count || options.Epochs < 1)
        {
            yield break;
        }

        long stepsPerEpoch = cubes.Count / cubesPerStep;
        var method = MethodCatalogue.Find(options.Method);
        int negatives = method.Negatives(options.BatchSize, options.MethodParameters);
        yield return FormattableString.Invariant($"{Quantity.Count(stepsPerEpoch)} {Plural.Of(stepsPerEpoch, "step")} an epoch, {Quantity.Count(stepsPerEpoch * options.Epochs)} in all; {(negatives > 0 ? $"{Quantity.Count(negatives)} effective {Plural.Of(negatives, "negative")}" : "no negatives")}.");
        if (method.ChanceLoss(options.BatchSize, options.MethodParameters) is { } chance)
        {
            yield return FormattableString.Invariant($"A network that tells nothing apart has loss {chance:0.000}.");
        }

        if (set.Kind == CubeSetKind.Synapses && cubes.Count % cubesPerStep is var left and > 0)
        {
            yield return FormattableString.Invariant($"The last, incomplete step of {Plural.Counted(left, "cube")} is left out of each epoch; which cubes these are changes from epoch to epoch.");
        }
    }

    /// <summary>How long, as far as earlier runs or the size of the network tell it; of options without errors.</summary>
    internal static string Time(TrainingOptions options, CubeSet set, SpeedHistory speeds, DeviceInfo device)
    {
        RunCubes cubes = RunCubes.Of(set, options);
        long cubesPerStep = (long)options.BatchSize * options.GradientAccumulationSteps;
        double trained = (double)(cubes.Count / cubesPerStep) * cubesPerStep * options.Epochs;
        return speeds.SpeedOf(options, cubes.Size) is { } speed and > 0
            ? FormattableString.Invariant($"About {Quantity.Duration(TimeSpan.FromSeconds(trained / speed))} at {speed:0.0} cubes/s, the speed of the last such run here.")
            : $"{Rough(Estimate(options, cubes, device))} on {device.Description}, judged by the size of the network; a measurement knows better.";
    }

    // What is judged by size alone is not good for seconds.
    private static string Rough(double seconds) => seconds < 60 ? "Less than a minute" : $"Roughly {Quantity.Duration(TimeSpan.FromMinutes(Math.Round(seconds / 60)))}";

    private static double Estimate(TrainingOptions options, RunCubes cubes, DeviceInfo device) =>
        TrainingEstimate.For(options, cubes.Count, cubes.Size, cubes.Channels, device).Seconds;
}
