using System.Globalization;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Benchmarks;

/// <summary>
/// k-means, silhouette, PCA and UMAP beside scikit-learn and uwot, on the same matrix and the same number of threads; options: n d threads.
/// Prints a Markdown table of seconds, ratios and the quality that both reach.
/// </summary>
internal static class EvaluationBenchmark
{
    private const int Repeats = 9; // the first ones run code that is not yet optimised
    private const int TrueClusters = 12;

    public static int Run(string[] args)
    {
        int n = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 509;
        int d = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 512;
        string threads = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        EmbeddingMatrix x = PlantedClusters(n, d);
        string folder = Directory.CreateTempSubdirectory("synapselab-benchmark").FullName;
        try
        {
            string file = Path.Combine(folder, "x.npy");
            NpyFile.Write(file, x.Values, n, d);
            File.WriteAllLines(Path.Combine(folder, "x.csv"), Enumerable.Range(0, n).Select(i => string.Join(',', x.Row(i).ToArray().Select(v => v.ToString("R", CultureInfo.InvariantCulture)))));
            Dictionary<string, (double Seconds, double Quality)> ours = Ours(x, folder);
            Dictionary<string, (double Seconds, double Quality)> others = [];
            ReadInto(others, ReferenceProcess.Run("Rscript", "eng/bench/umap.R", folder, threads));
            ReadInto(others, ReferenceProcess.Run("/usr/bin/python3", "eng/bench/evaluation.py", folder, threads));
            Print(n, d, threads, ours, others);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static Dictionary<string, (double Seconds, double Quality)> Ours(EmbeddingMatrix x, string folder)
    {
        int k = QuickMetrics.HeadlineClusterCount(x.Count);
        KMeansResult clusters = null!;
        double score = 0;
        float[] picture = [];
        double fraction = 0;
        double kmeans = ReferenceProcess.LeastSeconds(Repeats, () => clusters = KMeans.Fit(x, k, 10, 1));
        double silhouette = ReferenceProcess.LeastSeconds(Repeats, () => score = Silhouette.Score(x, clusters.Labels));
        double pca = ReferenceProcess.LeastSeconds(Repeats, () => fraction = PrincipalComponents.Fit(x, Math.Min(50, x.Count)).ExplainedVarianceFraction.Sum());
        double umap = ReferenceProcess.LeastSeconds(Repeats, () => picture = Umap.Fit(x));
        NpyFile.Write(Path.Combine(folder, "labels.npy"), [.. clusters.Labels.Select(label => (float)label)], x.Count, 1);
        return new()
        {
            ["k-means"] = (kmeans, clusters.Inertia),
            ["silhouette"] = (silhouette, score),
            ["PCA"] = (pca, fraction),
            ["UMAP"] = (umap, Trustworthiness.Compute(x, new EmbeddingMatrix(picture, x.Count, 2), 15)),
        };
    }

    /// <summary>Reads lines like "k-means 0.1234 56789.0": what, seconds, quality.</summary>
    private static void ReadInto(Dictionary<string, (double Seconds, double Quality)> results, string[]? lines)
    {
        foreach (string[] parts in (lines ?? []).Select(line => line.Split(' ')))
        {
            double quality = double.Parse(parts[2], CultureInfo.InvariantCulture);
            results[parts[0]] = (double.Parse(parts[1], CultureInfo.InvariantCulture), quality);
        }
    }

    private static void Print(
        int n, int d, string threads, Dictionary<string, (double Seconds, double Quality)> ours, Dictionary<string, (double Seconds, double Quality)> others)
    {
        Dictionary<string, string> measures = new()
        {
            ["k-means"] = "inertia",
            ["silhouette"] = "score",
            ["PCA"] = "variance in 50 components",
            ["UMAP"] = "trustworthiness, 15 neighbours",
        };
        Console.WriteLine($"n = {n}, d = {d}, {threads} threads; seconds are the least of {Repeats}\n");
        Console.WriteLine("| | ours, s | reference, s | ours / reference | quality | ours | reference |\n|---|---:|---:|---:|---|---:|---:|");
        foreach ((string what, (double seconds, double quality)) in ours)
        {
            (double other, double reached) = others.GetValueOrDefault(what, (double.NaN, double.NaN));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {what} | {seconds:F3} | {other:F3} | {seconds / other:F2} | {measures[what]} | {quality:G6} | {reached:G6} |"));
        }
    }

    /// <summary>Gaussian clusters that overlap, as embeddings do; the pattern is fixed.</summary>
    private static EmbeddingMatrix PlantedClusters(int n, int d)
    {
        SeededRandom random = new(20);
        double[] centers = [.. Enumerable.Range(0, TrueClusters * d).Select(_ => 0.25 * random.NextGaussian())];
        float[] values = new float[n * d];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(centers[(i / d % TrueClusters * d) + (i % d)] + random.NextGaussian());
        }
        return new EmbeddingMatrix(values, n, d);
    }
}
