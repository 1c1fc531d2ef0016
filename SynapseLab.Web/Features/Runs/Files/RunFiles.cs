using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Extraction;

namespace SynapseLab.Web.Features.Runs.Files;

/// <summary>The files of a run that can be downloaded. Only names of this list are ever opened, so no path of a request reaches the disk.</summary>
internal static class RunFiles
{
    private static readonly string[] s_runFiles =
    [
        "checkpoints/latest.pt", "checkpoints/best.pt", "checkpoints/final.pt",
        "backbone_final.pt", "backbone_final.safetensors", "config.json", "progress.jsonl",
    ];

    private static readonly string[] s_evaluationFiles = ["embeddings.npy", "embeddings.csv", "metrics.json", "report.html"];

    /// <summary>What is there of the features that were extracted.</summary>
    internal static IReadOnlyList<RunFile> OfFeatures(string runDir) => Existing(runDir,
    [
        .. from name in FeatureFolder.Names(runDir)
           from file in (string[])[FeatureExtraction.TableName, FeatureExtraction.ArrayName]
           select $"{FeatureFolder.Root}/{name}/{file}",
    ]);

    /// <summary>What is there of a run's own files.</summary>
    internal static IReadOnlyList<RunFile> OfRun(string runDir) => Existing(runDir, s_runFiles);

    /// <summary>What is there of an evaluation's files.</summary>
    internal static IReadOnlyList<RunFile> OfEvaluation(string outputDir) => Existing(outputDir, s_evaluationFiles);

    private static RunFile[] Existing(string folder, string[] names) =>
    [
        .. names.Select(name => (Name: name, Info: new FileInfo(Path.Combine(folder, name))))
            .Where(file => file.Info.Exists)
            .Select(file => new RunFile(file.Name, file.Info.FullName, file.Info.Length, file.Info.LastWriteTimeUtc)),
    ];
}

/// <summary>One file that can be downloaded.</summary>
/// <param name="Name">Its name in the run's folder, with "/".</param>
/// <param name="FullPath">Where it is on this machine.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="ChangedAt">When it was last written, UTC.</param>
public sealed record RunFile(string Name, string FullPath, long SizeBytes, DateTimeOffset ChangedAt)
{
    /// <summary>What browsers and programs take it for.</summary>
    internal string ContentType => Path.GetExtension(Name) switch
    {
        ".json" => "application/json",
        ".csv" => "text/csv; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".jsonl" => "application/jsonl",
        _ => "application/octet-stream",
    };

    /// <summary>The name it is saved under: tells run and kind apart in a downloads folder, e.g. "phantom-12-final.pt", "phantom-12-layer20-avg-features.csv".</summary>
    internal string DownloadName(string runName, int runId)
    {
        string safe = string.Concat(runName.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return $"{(safe.Length == 0 ? "run" : safe)}-{runId}-{Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '-')}";
    }
}
