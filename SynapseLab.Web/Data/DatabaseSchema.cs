using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SynapseLab.Engine;

namespace SynapseLab.Web.Data;

/// <summary>
/// Brings the database to the newest schema: every script in Schema/ whose number is above the file's user_version runs
/// once, in order, each in a transaction of its own (docs/adr/0008-schema-scripts.md).
/// </summary>
internal static class DatabaseSchema
{
    private const string Prefix = "SynapseLab.Web.Data.Schema.";

    /// <summary>Creates or upgrades the database; changes nothing on a current one.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer SynapseLab.</exception>
    internal static async Task UpgradeAsync(LabDatabase database, CancellationToken cancellationToken)
    {
        // WAL lets pages read while a run writes; the setting stays in the file.
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        (int Number, string Name)[] scripts = Scripts();
        int version = await VersionAsync(database, cancellationToken);
        if (version > scripts[^1].Number)
        {
            throw new EngineException(
                $"The database has schema {version}, but this SynapseLab knows schemas up to {scripts[^1].Number}. "
                + "Start the newer version that wrote it, or point SynapseLab:DataPath at another folder.");
        }

        foreach ((int number, string name) in scripts.Where(script => script.Number > version))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(database, await ReadAsync(name, cancellationToken), cancellationToken);
            await ExecuteAsync(database, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static (int Number, string Name)[] Scripts() =>
        [.. typeof(DatabaseSchema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), name))
            .OrderBy(script => script.Item1)];

    private static async Task<int> VersionAsync(LabDatabase database, CancellationToken cancellationToken) =>
        await database.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellationToken);

    private static async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    // Not ExecuteSqlRaw: that takes braces in a script for parameters.
    private static async Task ExecuteAsync(LabDatabase database, string sql, CancellationToken cancellationToken)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
