namespace SynapseLab.Engine.Training;

/// <summary>In which runs an option has an effect, and the words for the others.</summary>
/// <param name="Owner">What the option belongs to, e.g. "the method moco2".</param>
/// <param name="Includes">Whether a run has it.</param>
/// <param name="Chosen">What the run has in its place, e.g. "simclr".</param>
internal sealed record OptionScope(string Owner, Func<TrainingOptions, bool> Includes, Func<TrainingOptions, string> Chosen)
{
    /// <summary>The runs of a pipeline.</summary>
    internal static OptionScope Pipeline(string name) => new($"the pipeline {name}", o => o.Pipeline == name, o => o.Pipeline);

    /// <summary>The runs of a schedule.</summary>
    internal static OptionScope Schedule(string name) => new($"the schedule {name}", o => o.Schedule == name, o => o.Schedule);

    /// <summary>Why an option changes nothing in a run outside, the end of a sentence without its dot.</summary>
    internal string WhyNot(TrainingOptions options) => $"it belongs to {Owner} (this run: {Chosen(options)})";
}
