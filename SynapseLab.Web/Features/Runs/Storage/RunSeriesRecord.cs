using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>A run's bounded series (<see cref="Series.BoundedSeries"/>), one row a run: what charts show after a restart.</summary>
internal sealed class RunSeriesRecord
{
    /// <summary>The run.</summary>
    public int RunId { get; set; }

    /// <summary>Step rows as bytes.</summary>
    public required byte[] Steps { get; set; }

    /// <summary>Metric rows as bytes.</summary>
    public required byte[] Metrics { get; set; }
}

/// <summary>How <see cref="RunSeriesRecord"/> lies in the database.</summary>
internal sealed class RunSeriesConfiguration : IEntityTypeConfiguration<RunSeriesRecord>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<RunSeriesRecord> builder)
    {
        builder.ToTable("RunSeries").HasKey(record => record.RunId);
        builder.Property(record => record.RunId).ValueGeneratedNever();
    }
}
