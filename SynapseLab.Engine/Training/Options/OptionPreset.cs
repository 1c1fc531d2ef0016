namespace SynapseLab.Engine.Training;

/// <summary>Options that belong together, under a name.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Title">For people.</param>
/// <param name="Sentence">What it is for, and what the cubes should be.</param>
/// <param name="Apply">Sets its options and leaves the others, device and folders among them.</param>
public sealed record OptionPreset(string Name, string Title, string Sentence, Func<TrainingOptions, TrainingOptions> Apply);
