using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace SynapseLab.Web.Data;

/// <summary>
/// Everything that pages list: accounts, datasets, cube sets, runs, jobs. Pages take a context of their own for each
/// operation from the factory; a context never lives as long as a circuit. How the schema changes: Schema/README.md.
/// </summary>
public sealed class LabDatabase(DbContextOptions<LabDatabase> options)
    : IdentityDbContext<Account, IdentityRole, string>(options)
{
    /// <summary>Registered datasets, removed ones included.</summary>
    public DbSet<Dataset> Datasets => Set<Dataset>();

    /// <summary>Prepared cubes and prepared whole bounding boxes.</summary>
    public DbSet<CubeSet> CubeSets => Set<CubeSet>();

    /// <summary>Persons' decisions on polarity, all of them.</summary>
    public DbSet<PolarityDecision> PolarityDecisions => Set<PolarityDecision>();

    /// <summary>Run history.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Embedding sets of runs.</summary>
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <summary>Work that the server did or does.</summary>
    public DbSet<Job> Jobs => Set<Job>();

    /// <summary>Measurements before runs.</summary>
    public DbSet<StoredMeasurement> Measurements => Set<StoredMeasurement>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Dataset>().HasIndex(dataset => dataset.Name).IsUnique().HasFilter("RemovedAt IS NULL");
        builder.Entity<Dataset>().Property(dataset => dataset.Name).UseCollation("NOCASE");
        builder.Entity<CubeSet>().HasIndex(set => new { set.DatasetId, set.Kind, set.CubeSize, set.Channels });
        builder.Entity<CubeSet>().HasOne(set => set.Dataset).WithMany().HasForeignKey(set => set.DatasetId).OnDelete(DeleteBehavior.Restrict);
        builder.Entity<Run>().HasOne(run => run.CubeSet).WithMany().HasForeignKey(run => run.CubeSetId).OnDelete(DeleteBehavior.Restrict);
        builder.Entity<Run>().HasIndex(run => run.Status);
        builder.Entity<Evaluation>().HasOne(evaluation => evaluation.Run).WithMany().HasForeignKey(evaluation => evaluation.RunId);
        builder.Entity<Evaluation>().HasOne(evaluation => evaluation.CubeSet).WithMany().HasForeignKey(evaluation => evaluation.CubeSetId).OnDelete(DeleteBehavior.Restrict);
        builder.Entity<StoredMeasurement>().HasOne(measurement => measurement.CubeSet).WithMany().HasForeignKey(measurement => measurement.CubeSetId);
        builder.Entity<StoredMeasurement>().HasIndex(measurement => new { measurement.CubeSetId, measurement.Machine, measurement.OptionsJson }).IsUnique();
        builder.Entity<PolarityDecision>().HasIndex(decision => new { decision.DatasetId, decision.FullId });
        builder.Entity<Job>().HasIndex(job => job.Status);
    }
}
