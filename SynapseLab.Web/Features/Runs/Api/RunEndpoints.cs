using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Files;
using SynapseLab.Web.Features.Runs.Series;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Api;

/// <summary>A run over HTTP, for the page's own scripts and for other programs; described in docs/api.md. Everyone signed in may read.</summary>
internal static class RunEndpoints
{
    internal static void MapRunEndpoints(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder runs = endpoints.MapGroup("/api/runs").RequireAuthorization();
        runs.MapGet("", ListAsync);
        runs.MapGet("{id:int}", async (int id, RunStore store, ProgressFanout fanout) =>
            (fanout.Find(id)?.Snapshot() ?? await store.FindSnapshotAsync(id)) is { } snapshot ? Results.Ok(snapshot) : NoRun(id));
        runs.MapGet("{id:int}/series/steps", (int id, RunStore store, ProgressFanout fanout) => Series(id, store, fanout, series => Bytes(series.Steps)));
        runs.MapGet("{id:int}/series/metrics", (int id, RunStore store, ProgressFanout fanout) => Series(id, store, fanout, series => Bytes(series.Metrics)));
        runs.MapGet("{id:int}/series/telemetry", (int id, RunStore store, ProgressFanout fanout) => Series(id, store, fanout, series => Bytes(series.Telemetry)));
        runs.MapGet("{id:int}/spectrum", (int id, RunStore store, ProgressFanout fanout) => Series(id, store, fanout, series => Results.Ok(series.Spectrum ?? RunSpectrum.None)));
        runs.MapGet("{id:int}/progress.csv", ProgressAsync);
        runs.MapGet("{id:int}/tensorboard.zip", TensorBoardAsync);
        runs.MapGet("{id:int}/files/{**name}", DownloadAsync);
        endpoints.MapGet("/api/evaluations/{id:int}/files/{name}", DownloadEvaluationAsync).RequireAuthorization();
    }

    private static async Task<IResult> ListAsync(LabDatabase context) => Results.Ok(await context.Runs.AsNoTracking()
        .OrderByDescending(run => run.Id)
        .Select(run => new { run.Id, run.Name, run.Status, run.CubeSetId, Pipeline = run.CubeSet!.Kind, run.CreatedBy, run.CreatedAt, run.StartedAt, run.EndedAt, run.LastEpoch, run.LastStep, run.LastLoss, run.BestSilhouette, run.ErrorMessage })
        .ToListAsync());

    private static IResult Series(int id, RunStore store, ProgressFanout fanout, Func<RunSeriesBytes, IResult> answer) =>
        (fanout.Find(id)?.SeriesBytes() ?? store.LoadSeries(id)?.ToBytes()) is { } series ? answer(series) : NoRun(id);

    private static IResult Bytes(byte[] series) => Results.Bytes(series, "application/octet-stream");

    private static async Task<IResult> ProgressAsync(int id, LabDatabase context, HttpContext http)
    {
        Run? run = await context.Runs.FindAsync(id);
        return run is null ? NoRun(id) : Results.Stream(
            output => ProgressCsv.WriteAsync(run.RunDir, output, http.RequestAborted),
            "text/csv; charset=utf-8",
            new RunFile("progress.csv", "", 0, default).DownloadName(run.Name, id));
    }

    private static async Task<IResult> TensorBoardAsync(int id, LabDatabase context, HttpContext http)
    {
        Run? run = await context.Runs.FindAsync(id);
        return run is null ? NoRun(id)
            : !TensorBoardArchive.Exists(run.RunDir) ? Results.Problem($"Run {id} has no event files for TensorBoard; it wrote none or has not begun.", statusCode: StatusCodes.Status404NotFound)
            : Results.Stream(
                // The end of each entry is written synchronously, which the response's pipe takes and its body refuses.
                _ => TensorBoardArchive.WriteAsync(run.RunDir, http.Response.BodyWriter.AsStream(leaveOpen: true), http.RequestAborted),
                "application/zip",
                new RunFile("tensorboard.zip", "", 0, default).DownloadName(run.Name, id));
    }

    private static async Task<IResult> DownloadAsync(int id, string name, LabDatabase context)
    {
        Run? run = await context.Runs.FindAsync(id);
        return run is null ? NoRun(id) : Send([.. RunFiles.OfRun(run.RunDir), .. RunFiles.OfFeatures(run.RunDir)], name, run);
    }

    private static async Task<IResult> DownloadEvaluationAsync(int id, string name, LabDatabase context)
    {
        Evaluation? evaluation = await context.Evaluations.Include(evaluation => evaluation.Run).FirstOrDefaultAsync(evaluation => evaluation.Id == id);
        return evaluation is null
            ? Results.Problem($"There is no embedding set {id}.", statusCode: StatusCodes.Status404NotFound)
            : Send(RunFiles.OfEvaluation(evaluation.OutputDir), name, evaluation.Run!);
    }

    // A browser may ask for parts of a large file, and go on after a lost connection.
    private static IResult Send(IReadOnlyList<RunFile> files, string name, Run run) =>
        files.FirstOrDefault(file => file.Name == name) is { } file
            ? Results.File(file.FullPath, file.ContentType, file.DownloadName(run.Name, run.Id), file.ChangedAt, enableRangeProcessing: true)
            : Results.Problem($"Run {run.Id} has no file \"{name}\"; its page lists those that are there.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>What is answered where a run is not there.</summary>
    internal static IResult NoRun(int id) => Results.Problem($"There is no run {id}.", statusCode: StatusCodes.Status404NotFound);
}
