using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Files of weights that a run of the web app may begin with: those of one folder, by name. Other files of the server are out of reach.</summary>
internal sealed class WeightShelf(StoragePaths paths)
{
    /// <summary>Names, in alphabetical order.</summary>
    internal IReadOnlyList<string> Names =>
        [.. Directory.EnumerateFiles(paths.Weights).Select(path => Path.GetFileName(path)).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The options with the file's path in place of its name.</summary>
    /// <exception cref="EngineException">There is no such file.</exception>
    internal TrainingOptions Resolve(TrainingOptions options)
    {
        if (options.InitialWeights.Length == 0)
        {
            return options;
        }

        return Names.Contains(options.InitialWeights)
            ? options with { InitialWeights = Path.Combine(paths.Weights, options.InitialWeights) }
            : throw new EngineException($"Expected initial weights of the folder {paths.Weights}, got '{options.InitialWeights}'; put the file there, or choose another.");
    }
}
