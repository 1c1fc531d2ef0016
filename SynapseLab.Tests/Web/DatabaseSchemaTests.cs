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
