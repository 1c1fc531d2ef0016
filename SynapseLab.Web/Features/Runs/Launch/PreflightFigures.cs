using System.Globalization;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>A change that a measurement proposes.</summary>
/// <param name="Title">What it is, e.g. "Micro-batch 8".</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Apply">Makes it.</param>
public sealed record PreflightProposal(string Title, string Reason, Func<TrainingOptions, TrainingOptions> Apply);

/// <summary>A measurement as it bears on the form's present options, whose epochs may be others than when it was made.</summary>
/// <param name="Measured">The measurement.</param>
/// <param name="Options">The form's options.</param>
/// <param name="CubeCount">Cubes of an epoch.</param>
/// <param name="Now">The time.</param>
public sealed record PreflightFigures(Measured Measured, TrainingOptions Options, int CubeCount, DateTimeOffset Now)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(36500);

    /// <summary>All steps, at the speed measured.</summary>
    internal TimeSpan Duration
    {
        get
        {
            long cubesPerStep = (long)Result.Proposal.BatchSize * Options.GradientAccumulationSteps;
            double seconds = (double)(CubeCount / cubesPerStep) * cubesPerStep * Options.Epochs / Result.CubesPerSecond;
            return seconds < s_longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : s_longest;
        }
    }

    /// <summary>When the run would end if it began now.</summary>
    internal DateTimeOffset EndsAt => Now + Duration;

    /// <summary>Negatives that each view meets in a step, in words.</summary>
    internal string Negatives => MethodCatalogue.Find(Options.Method).Negatives(Result.Proposal.BatchSize, Options.MethodParameters) is var count and > 0
        ? Quantity.Count(count)
        : "none; the method needs none";

    /// <summary>Why the run may not start as it is; null when it fits.</summary>
    internal string? Refusal => Result.Fits
        ? null
        : $"As it is, a step would take {Quantity.Bytes(Result.AskedMemoryBytes)} of the {Quantity.Bytes(Result.AvailableMemoryBytes)} that the device has, some of which must stay free. The figures are those of the proposal.";

    /// <summary>What to change, most important first.</summary>
    internal IReadOnlyList<PreflightProposal> Proposals =>
    [
        .. Result.Fits ? [] : (PreflightProposal[])[Smaller()],
        .. Result.Proposal.Precision == Result.Asked.Precision ? [] : (PreflightProposal[])[Faster()],
    ];

    /// <summary>A larger batch to think about; null where none suits.</summary>
    internal PreflightProposal? Suggestion => Result.Larger is { } larger && larger.Suits(Options, CubeCount)
        ? new(
            $"Batch size {larger.BatchSize}",
            $"To think about: {Quantity.Count(larger.Negatives)} negatives instead of {Quantity.Count(larger.AskedNegatives)}, in about {Quantity.Bytes(larger.MemoryBytes)}. An epoch has fewer steps then, and the learning rate may have to rise.",
            options => options with { BatchSize = larger.BatchSize })
        : null;

    private PreflightResult Result => Measured.Result;

    private PreflightProposal Smaller()
    {
        var (asked, proposal) = (Result.Asked, Result.Proposal);
        string[] parts =
        [
            .. asked.BatchSize == proposal.BatchSize ? [] : (string[])[$"batch size {proposal.BatchSize}"],
            .. asked.MicroBatchSize == proposal.MicroBatchSize ? [] : (string[])[proposal.MicroBatchSize == 0 ? "no micro-batch" : $"micro-batch {proposal.MicroBatchSize}"],
        ];
        string title = string.Join(", ", parts);
        return new(
            char.ToUpperInvariant(title[0]) + title[1..],
            asked.BatchSize == proposal.BatchSize
                ? $"Takes {Quantity.Bytes(Result.PeakMemoryBytes)}; cached gradients keep the loss that of all {proposal.BatchSize} cubes."
                : $"Takes {Quantity.Bytes(Result.PeakMemoryBytes)}; even with small micro-batches {asked.BatchSize} cubes are too many.",
            options => options with { BatchSize = proposal.BatchSize, MicroBatchSize = proposal.MicroBatchSize });
    }

    private PreflightProposal Faster() => new(
        $"Precision {Result.Proposal.Precision}",
        string.Create(CultureInfo.InvariantCulture, $"{Result.PrecisionSpeedup:0.0} times as fast on a few cubes; weights and loss stay float32."),
        options => options with { Precision = Result.Proposal.Precision });
}
