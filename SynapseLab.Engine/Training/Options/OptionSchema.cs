namespace SynapseLab.Engine.Training;

/// <summary>Every option of a run, in the order of form and help. Folders and resumption are not options but places, and stand beside it.</summary>
public static class OptionSchema
{
    /// <summary>All options.</summary>
    public static IReadOnlyList<OptionSpec> All { get; } =
    [
        .. FirstOptions.All, .. BoundingBoxOptions.All, .. MethodSettings.All, .. AugmentationOptions.All, .. NetworkOptions.All, .. OptimisationOptions.All, .. MachineOptions.All,
    ];

    /// <summary>The option of a name; null when there is none.</summary>
    public static OptionSpec? Find(string name) => All.FirstOrDefault(option => option.Name == name);

    internal static OptionSpec Whole(
        string name, string theme, string label, string unit, string help, string reference, double least, double most,
        Func<TrainingOptions, long> get, Func<TrainingOptions, long, TrainingOptions> set, params string[] seedNames) =>
        new(name, OptionKind.Whole, theme, label, help, options => get(options), (options, value) => set(options, (long)value))
        { Unit = unit, Reference = _ => reference, Least = least, Most = most, SeedNames = seedNames };

    internal static OptionSpec Real(
        string name, string theme, string label, string unit, string help, string reference, double least, double most,
        Func<TrainingOptions, double> get, Func<TrainingOptions, double, TrainingOptions> set, params string[] seedNames) =>
        new(name, OptionKind.Real, theme, label, help, options => get(options), (options, value) => set(options, (double)value))
        { Unit = unit, Reference = _ => reference, Least = least, Most = most, SeedNames = seedNames };

    internal static OptionSpec Word(
        string name, string theme, string label, string help, string reference, IReadOnlyList<string> choices,
        Func<TrainingOptions, string> get, Func<TrainingOptions, string, TrainingOptions> set, params string[] seedNames) =>
        new(name, OptionKind.Word, theme, label, help, get, (options, value) => set(options, (string)value))
        { Reference = _ => reference, Choices = choices, SeedNames = seedNames };

    internal static OptionSpec Switch(
        string name, string theme, string label, string help, string reference,
        Func<TrainingOptions, bool> get, Func<TrainingOptions, bool, TrainingOptions> set, params string[] seedNames) =>
        new(name, OptionKind.Switch, theme, label, help, options => get(options), (options, value) => set(options, (bool)value))
        { Reference = _ => reference, SeedNames = seedNames };
}
