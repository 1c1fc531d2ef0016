using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>An option that is not the same in all of the runs that are compared.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Values">Each run's, in the order of the runs.</param>
internal sealed record OptionDifference(string Label, IReadOnlyList<string> Values)
{
    /// <summary>The options that differ, in the order of the form; "–" where one has no effect on a run.</summary>
    internal static IReadOnlyList<OptionDifference> Among(IReadOnlyList<TrainingOptions> runs) =>
    [
        .. OptionSchema.All
            .Select(field => new OptionDifference(field.Label, [.. runs.Select(options => field.Applies(options) ? OptionFields.TitleOf(field, field.Read(options)) : "–")]))
            .Where(difference => difference.Values.Distinct().Count() > 1),
    ];
}
