namespace SynapseLab.Engine.Training;

/// <summary>The folds that options lie in, in the order of form and help.</summary>
public static class OptionTheme
{
    /// <summary>The few that matter first; never folded.</summary>
    public const string First = "";

    /// <summary>Which cubes are drawn.</summary>
    public const string Cubes = "Cubes";

    /// <summary>Settings of the method.</summary>
    public const string Method = "Method";

    /// <summary>Backbone.</summary>
    public const string Network = "Network";

    /// <summary>How views are made.</summary>
    public const string Augmentation = "Augmentation";

    /// <summary>Optimiser and schedule.</summary>
    public const string Optimisation = "Optimisation";

    /// <summary>Device, memory, metrics, checkpoints.</summary>
    public const string Machine = "Machine and bookkeeping";

    /// <summary>Those that are folded.</summary>
    public static IReadOnlyList<string> Folded { get; } = [Cubes, Method, Augmentation, Network, Optimisation, Machine];
}
