using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Components.Frame;

/// <summary>Something that can be gone to.</summary>
public sealed record SearchHit(string Name, string Kind, string Href);

/// <summary>Finds pages, datasets, synapses and runs by a part of their name.</summary>
public sealed class SearchIndex(IDbContextFactory<LabDatabase> databases, DatasetReports reports)
{
    /// <summary>Most hits of one kind; more would not be read.</summary>
    internal const int HitsPerKind = 8;

    private static readonly SearchHit[] s_pages =
    [
        new("Home", "page", ""),
        new("Datasets", "page", "datasets"),
        new("Add a dataset", "page", "datasets/add"),
        new("Runs", "page", "runs"),
        new("Embeddings", "page", "embeddings"),
        new("Queue", "page", "queue"),
    ];

    /// <summary>The best hits; an empty text lists pages and the newest datasets and runs.</summary>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text)
    {
        string part = text.Trim();
        await using LabDatabase database = await databases.CreateDbContextAsync();
        var datasets = await database.Datasets.Where(dataset => dataset.RemovedAt == null)
            .OrderByDescending(dataset => dataset.Id).Select(dataset => new { dataset.Id, dataset.Name }).ToListAsync();
        var runs = await database.Runs.OrderByDescending(run => run.Id).Select(run => new { run.Id, run.Name }).ToListAsync();
        return
        [
            .. s_pages.Where(page => Has(page.Name, part)),
            .. datasets.Where(dataset => Has(dataset.Name, part)).Take(HitsPerKind)
                .Select(dataset => new SearchHit(dataset.Name, "dataset", $"datasets/{dataset.Id}")),
            .. runs.Where(run => Has(run.Name, part)).Take(HitsPerKind).Select(run => new SearchHit(run.Name, "run", $"runs/{run.Id}")),
            .. part.Length < 2 ? [] : await SynapsesAsync(datasets.Select(dataset => (dataset.Id, dataset.Name)), part),
        ];
    }

    private async Task<IEnumerable<SearchHit>> SynapsesAsync(IEnumerable<(int Id, string Name)> datasets, string part)
    {
        List<SearchHit> hits = [];
        foreach ((int id, string name) in datasets)
        {
            if (hits.Count < HitsPerKind && await reports.FindAsync(id) is { } report)
            {
                hits.AddRange(report.BoundingBoxes.SelectMany(box => box.Synapses)
                    .Where(synapse => Has(synapse.FullId, part))
                    .Take(HitsPerKind - hits.Count)
                    .Select(synapse => new SearchHit(synapse.FullId, $"synapse of {name}", $"datasets/{id}/synapses/{Uri.EscapeDataString(synapse.FullId)}")));
            }
        }

        return hits;
    }

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
