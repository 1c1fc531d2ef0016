namespace SynapseLab.Engine.Training;

/// <summary>A switch of the seeds' command lines that stands for the value of an option.</summary>
/// <param name="Name">Kebab-case, without dashes before it.</param>
/// <param name="Option">The option that it sets.</param>
/// <param name="Value">To what.</param>
public sealed record SeedSwitch(string Name, OptionSpec Option, string Value)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeedSwitch> All { get; } =
    [
        new("mixed-precision", OptionSchema.Find(nameof(TrainingOptions.Precision))!, "bfloat16"),
        new("memory-efficient", OptionSchema.Find(nameof(TrainingOptions.Loading))!, "stream"),
    ];

    /// <summary>The options with it.</summary>
    public TrainingOptions Apply(TrainingOptions options) => Option.Write(options, Value)!;
}
