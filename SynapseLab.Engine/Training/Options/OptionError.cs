namespace SynapseLab.Engine.Training;

/// <summary>One option that is out of range.</summary>
/// <param name="Option">Property name in <see cref="TrainingOptions"/>.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record OptionError(string Option, string Message);
