using System.Globalization;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Weights that a run of the web app may begin with, by name: files of one folder, and finished runs ("run 12"). Other files of the server are out of reach.</summary>
internal sealed class WeightShelf(StoragePaths paths)
{
    private const string RunWord = "run ";

    /// <summary>Names: files in alphabetical order, then runs, the newest first.</summary>
    internal IReadOnlyList<string> Names => [.. Files.Order(StringComparer.OrdinalIgnoreCase), .. FinishedRuns.OrderDescending().Select(id => $"{RunWord}{id}")];

    private IEnumerable<string> Files => Directory.EnumerateFiles(paths.Weights).Select(path => Path.GetFileName(path));

    private IEnumerable<int> FinishedRuns => Directory.EnumerateDirectories(paths.Runs)
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(id => id > 0 && File.Exists(PathOf(id)));

    /// <summary>The options with the file's path in place of its name.</summary>
    /// <exception cref="EngineException">There is no such file.</exception>
    internal TrainingOptions Resolve(TrainingOptions options)
    {
        if (options.InitialWeights.Length == 0)
        {
            return options;
        }

        return Names.Contains(options.InitialWeights)
            ? options with { InitialWeights = PathOf(options.InitialWeights) }
            : throw new EngineException($"Expected initial weights of the folder {paths.Weights} or of a finished run, got '{options.InitialWeights}'; put the file there, or choose another.");
    }

    /// <summary>The name of what an earlier run began with; empty for none.</summary>
    internal string NameOf(string path) => FinishedRuns.Where(id => PathOf(id) == path).Select(id => $"{RunWord}{id}").FirstOrDefault() ?? Path.GetFileName(path);

    private string PathOf(string name) => Files.Contains(name) ? Path.Combine(paths.Weights, name) : PathOf(int.Parse(name[RunWord.Length..], CultureInfo.InvariantCulture));

    // A checkpoint, not the backbone alone: it says how raw was scaled.
    private string PathOf(int run) => RunFolder.At(paths.Run(run)).Checkpoint("final");
}
