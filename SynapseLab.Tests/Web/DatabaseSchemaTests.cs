using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;

namespace SynapseLab.Tests.Web;

public sealed class DatabaseSchemaTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Scripts_GiveTheTablesThatTheEntitiesDescribe()
    {
        await using LabDatabase byScripts = Open("scripts.db");
        await DatabaseSchema.UpgradeAsync(byScripts, CancellationToken.None);
        await using LabDatabase byEntities = Open("entities.db");
        await byEntities.Database.EnsureCreatedAsync();

        Assert.Equal(await DescribeAsync(byEntities), await DescribeAsync(byScripts));
    }

    [Fact]
    public async Task Upgrade_Twice_ChangesNothing()
    {
        await using LabDatabase database = Open("lab.db");
        await DatabaseSchema.UpgradeAsync(database, CancellationToken.None);
        string[] once = await DescribeAsync(database);

        await DatabaseSchema.UpgradeAsync(database, CancellationToken.None);

        Assert.Equal(once, await DescribeAsync(database));
    }

    [Fact]
    public async Task Upgrade_FromTheFirstSchema_KeepsCubesAndEvaluationsWithTheirSet()
    {
        await using LabDatabase database = Open("lab.db");
        string first = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "SynapseLab.Web", "Data", "Schema", "0001-first.sql"));
        await database.Database.ExecuteSqlRawAsync(first);
        await database.Database.ExecuteSqlRawAsync(
            """
            PRAGMA user_version = 1;
            INSERT INTO "Datasets" ("Id", "Name", "Root", "Kind", "State", "CreatedAt", "CreatedBy", "BoundingBoxCount", "SynapseCount", "AmbiguousCount", "ProblemCount") VALUES (3, 'd', '', 'demo', 'ready', 0, 'ada', 1, 9, 0, 0);
            INSERT INTO "CubeSets" ("Id", "DatasetId", "CubeSize", "Channels", "Directory", "State", "CubeCount", "SizeBytes", "CreatedAt", "CreatedBy") VALUES (7, 3, 32, 'raw', 'x', 'ready', 9, 100, 0, 'ada');
            INSERT INTO "Runs" ("Id", "Name", "CubeSetId", "OptionsJson", "Status", "Device", "CreatedAt", "CreatedBy", "QueuedAt", "RunDir", "LastEpoch", "LastStep") VALUES (5, 'r', 7, '', 'finished', 'cpu', 0, 'ada', 0, 'y', 1, 1);
            INSERT INTO "Evaluations" ("Id", "RunId", "Status", "OutputDir", "CreatedAt", "SampleCount", "Silhouette") VALUES (11, 5, 'finished', 'z', 0, 9, 0.25);
            """);

        await DatabaseSchema.UpgradeAsync(database, CancellationToken.None);

        CubeSet set = await database.CubeSets.SingleAsync();
        SynapseLab.Web.Data.Evaluation evaluation = await database.Evaluations.SingleAsync();
        Assert.Equal((7, CubeSetKind.Synapses, 9, 0), (set.Id, set.Kind, set.CubeCount, set.SmallestEdge));
        Assert.Equal((11, 5, 7, 9, 0.25, "z"), (evaluation.Id, evaluation.RunId, evaluation.CubeSetId, evaluation.SampleCount, evaluation.Silhouette, evaluation.OutputDir));
    }

    [Fact]
    public async Task Upgrade_DatabaseOfANewerVersion_IsRefused()
    {
        await using LabDatabase database = Open("lab.db");
        await database.Database.ExecuteSqlRawAsync("PRAGMA user_version = 9999");

        var error = await Assert.ThrowsAsync<EngineException>(() => DatabaseSchema.UpgradeAsync(database, CancellationToken.None));

        Assert.Contains("schema 9999", error.Message, StringComparison.Ordinal);
    }

    private LabDatabase Open(string name) =>
        new(new DbContextOptionsBuilder<LabDatabase>().UseSqlite($"Data Source={Path.Combine(_folder.Path, name)}").Options);

    // Every column and index as one line each, in an order that does not depend on how the table came to be.
    private static async Task<string[]> DescribeAsync(LabDatabase database) => await database.Database.SqlQueryRaw<string>(
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk AS Value
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
        UNION SELECT i.tbl_name || ' ' || i.name || ' ' || coalesce(group_concat(x.name), '')
        FROM sqlite_master i, pragma_index_info(i.name) x WHERE i.type = 'index' GROUP BY i.name
        ORDER BY 1
        """).ToArrayAsync();
}
