using System.CommandLine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>One option of <c>train</c> and what it sets when it is given: the places, and every option of the schema.</summary>
internal sealed record TrainingBinding(Option Option, Func<TrainingOptions, ParseResult, TrainingOptions> Apply)
{
    /// <summary>What it sets in the schema; null for a place.</summary>
    public OptionSpec? Spec { get; init; }

    private static readonly TrainingOptions s_defaults = new();

    /// <summary>All options, in the order of the help.</summary>
    public static IReadOnlyList<TrainingBinding> All() =>
    [
        Of(OptionFactory.Text("--preproc-dir", "Folder of prepared cubes (from preprocess).", "DIR"), (o, v) => o with { PreprocDir = v! }),
        Of(OptionFactory.Text("--run-name", "The seed's way to name a run: the same as --run-dir runs/NAME.", "NAME"), (o, v) => o with { RunDir = Path.Combine("runs", v!) }),
        Of(OptionFactory.Text("--run-dir", "Folder of this run; new or empty unless --resume.", "DIR"), (o, v) => o with { RunDir = v! }),
        Of(OptionFactory.Switch("--resume", "Go on from the run's latest checkpoint, with the run's own options."), (o, v) => o with { Resume = v }),
        .. OptionSchema.All.Select(Of),
        .. SeedSwitch.All.Select(seed => Of(
            OptionFactory.Switch($"--{seed.Name}", $"The seed's way to ask for {seed.Option.CommandLineName} {seed.Value}."), (o, v) => v ? seed.Apply(o) : o) with { Spec = seed.Option }),
    ];

    /// <summary>Why the option, which was given, has no effect in this run, in one sentence; null where it has, or was not given.</summary>
    /// <remarks>The edge of cubes is also that of those which are prepared; <see cref="TrainPreparation"/> sees to it.</remarks>
    public string? IdleSentence(TrainingOptions options, ParseResult parsed) =>
        parsed.Gives(Option) && Spec is { Name: not nameof(TrainingOptions.CubeSize) } spec && !spec.Applies(options) ? IdleOption.Sentence(Option, spec.WhyIdle(options)) : null;

    /// <summary>The option of a property: BatchSize → --batch-size.</summary>
    public static string OptionName(string property) => OptionSchema.Find(property)?.CommandLineName ?? OptionFactory.Name(property);

    private static TrainingBinding Of(OptionSpec spec)
    {
        string description = Describe(spec);
        string[] seedNames = [.. spec.SeedNames];
        TrainingBinding binding = spec.Kind switch
        {
            OptionKind.Whole => Of(OptionFactory.Long(spec.CommandLineName, description, seedNames), (o, v) => Set(spec, o, v!.Value)),
            OptionKind.Real => Of(OptionFactory.Real(spec.CommandLineName, description, seedNames), (o, v) => spec.Set(o, v!.Value)),
            OptionKind.Switch => Of(new Option<bool?>(spec.CommandLineName, seedNames) { Description = description, HelpName = "true|false" }, (o, v) => spec.Set(o, v ?? true)),
            _ => Of(OptionFactory.Text(spec.CommandLineName, description, "NAME", seedNames), (o, v) => spec.Set(o, v!)),
        };
        return binding with { Spec = spec };
    }

    private static TrainingOptions Set(OptionSpec spec, TrainingOptions options, long value) =>
        spec.Write(options, value.ToString(System.Globalization.CultureInfo.InvariantCulture))
        ?? throw new UsageException($"{spec.CommandLineName} expects {spec.Range}, but {value} came.");

    private static TrainingBinding Of<T>(Option<T> option, Func<TrainingOptions, T?, TrainingOptions> set) =>
        new(option, (options, parsed) => parsed.Gives(option) ? set(options, parsed.GetValue(option)) : options);

    private static string Describe(OptionSpec spec)
    {
        string choices = spec.Choices.Count > 0 ? $" One of {string.Join(", ", spec.Choices)}." : "";
        string range = string.Join(", ", new[] { spec.Unit, spec.Range }.Where(part => part.Length > 0));
        string value = spec.Theme == OptionTheme.Method ? "the method's own" : spec.Read(s_defaults);
        return $"{spec.Label}: {spec.Help}{choices}{(range.Length > 0 ? $" [{range}]" : "")} (default {(value.Length > 0 ? value : "none")})";
    }
}
