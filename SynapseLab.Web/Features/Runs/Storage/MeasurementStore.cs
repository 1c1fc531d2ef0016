using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Storage;

/// <summary>The measurements of this machine in the database. Bound: <see cref="MostKept"/>; the oldest go first.</summary>
internal sealed class MeasurementStore(IDbContextFactory<LabDatabase> contexts, ITrainingBackend backend, ILogger<MeasurementStore> logger)
{
    /// <summary>Rows at most, of all machines.</summary>
    internal const int MostKept = 200;

    private string Machine => string.Join(", ", backend.Devices.Select(device => device.Description));

    /// <summary>All of this machine, oldest first; rows that this version cannot read are left out.</summary>
    internal IReadOnlyList<(int CubeSetId, TrainingOptions Options, PreflightResult Result, DateTimeOffset At)> Load()
    {
        string machine = Machine;
        using LabDatabase context = contexts.CreateDbContext();
        return [.. context.Measurements.AsNoTracking().Where(row => row.Machine == machine).OrderBy(row => row.Id).AsEnumerable().SelectMany(Read)];
    }

    /// <summary>Keeps a measurement in place of an earlier one of the same options. Where the database cannot be written it is lost with the server, and the log says so.</summary>
    internal void Save(int cubeSetId, TrainingOptions options, PreflightResult result, DateTimeOffset at)
    {
        (string machine, string json) = (Machine, TrainingJson.ToJson(options));
        try
        {
            using LabDatabase context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction();
            context.Measurements.Where(row => row.CubeSetId == cubeSetId && row.Machine == machine && row.OptionsJson == json).ExecuteDelete(); // a new key makes it the newest
            context.Add(new StoredMeasurement { CubeSetId = cubeSetId, Machine = machine, OptionsJson = json, ResultJson = StoredJson.Of(result)!, MeasuredAt = at });
            context.SaveChanges();
            int last = context.Measurements.OrderByDescending(kept => kept.Id).Skip(MostKept).Select(kept => kept.Id).FirstOrDefault();
            context.Measurements.Where(old => old.Id <= last).ExecuteDelete();
            transaction.Commit();
        }
        catch (Exception e) when (e is DbUpdateException or SqliteException)
        {
            logger.LogError(e, "A measurement on set {CubeSetId} could not be stored.", cubeSetId);
        }
    }

    private static IEnumerable<(int, TrainingOptions, PreflightResult, DateTimeOffset)> Read(StoredMeasurement row)
    {
        try
        {
            return StoredJson.Measurement(row.ResultJson) is { } result ? [(row.CubeSetId, TrainingJson.ParseOptions(row.OptionsJson), result, row.MeasuredAt)] : [];
        }
        catch (Exception e) when (e is EngineException or JsonException)
        {
            return [];
        }
    }
}
