using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>One evaluation of a run's checkpoint: its embeddings, their map and metrics, as files in a folder.</summary>
internal sealed class EmbeddingSet
{
    /// <summary>Key.</summary>
    public int Id { get; set; }

    /// <summary>The run whose checkpoint was evaluated.</summary>
    public int RunId { get; set; }

    /// <summary>Where embeddings.npy, embeddings.csv, metrics.json and report.html are.</summary>
    public required string Directory { get; set; }

    /// <summary>One of <see cref="EmbeddingState"/>.</summary>
    public required string State { get; set; }

    /// <summary>What is being done.</summary>
    public string Stage { get; set; } = "";

    /// <summary>Share of the stage done, 0 … 1.</summary>
    public double Fraction { get; set; }

    /// <summary>The failure's sentence.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>k that was asked for; null: the best of the curve.</summary>
    public int? ClusterCount { get; set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>The words of an embedding set's state.</summary>
internal static class EmbeddingState
{
    internal const string Queued = "queued";
    internal const string Running = "running";
    internal const string Finished = "finished";
    internal const string Failed = "failed";
}

/// <summary>How <see cref="EmbeddingSet"/> lies in the database.</summary>
internal sealed class EmbeddingSetConfiguration : IEntityTypeConfiguration<EmbeddingSet>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<EmbeddingSet> builder)
    {
        builder.ToTable("EmbeddingSets").HasKey(set => set.Id);
        builder.HasIndex(set => set.RunId);
        builder.HasIndex(set => set.State);
    }
}
