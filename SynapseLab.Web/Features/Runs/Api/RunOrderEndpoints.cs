using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Runs.Api;

/// <summary>Starting, stopping and resuming runs over HTTP, as the pages do it; described in docs/api.md.</summary>
internal static class RunOrderEndpoints
{
    internal static void MapRunOrderEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/options", Options).RequireAuthorization();
        endpoints.MapGet("/api/cubesets", SetsAsync).RequireAuthorization();
        RouteGroupBuilder runs = endpoints.MapGroup("/api/runs").RequireAuthorization(Policies.Edit).AddEndpointFilter<OwnOrigin>();
        runs.MapPost("", LaunchAsync);
        runs.MapPost("{id:int}/cancel", (int id, LabDatabase context, RunRequests requests, HttpContext http) =>
            ChangeAsync(id, context, http, run => RunStatus.IsActive(run.Status) ? null : $"Run {id} is {run.Status}; there is nothing to stop.", () => requests.CancelAsync(id)));
        runs.MapPost("{id:int}/resume", (int id, LabDatabase context, RunRequests requests, HttpContext http) =>
            ChangeAsync(id, context, http, run => RunStatus.IsResumable(run.Status) ? null : $"Run {id} is {run.Status}; only runs that stopped can be resumed.", () => requests.ResumeAsync(id)));
    }

    private static IResult Options()
    {
        var defaults = new TrainingOptions();
        return Results.Ok(OptionFields.OfServer.Select(option => new
        {
            Name = option.CommandLineName[2..],
            Kind = option.Kind.ToString().ToLowerInvariant(),
            option.Theme,
            option.Label,
            option.Help,
            option.Unit,
            option.Range,
            option.Choices,
            Default = option.Read(defaults),
            SeedNames = option.SeedNames.Concat(SeedSwitch.All.Where(seed => seed.Option == option).Select(seed => seed.Name)).Select(name => name.TrimStart('-')),
        }));
    }

    private static async Task<IResult> SetsAsync(LabDatabase context) => Results.Ok(await context.CubeSets.AsNoTracking()
        .OrderByDescending(set => set.Id)
        .Select(set => new { set.Id, Dataset = set.Dataset!.Name, Pipeline = set.Kind, set.CubeSize, set.Channels, set.CubeCount, set.State })
        .ToListAsync());

    private static async Task<IResult> LaunchAsync(RunLauncher launcher, LabDatabase context, HttpContext http)
    {
        if (!RunOrderBody.IsJson(http.Request))
        {
            return Results.Problem(RunOrderBody.WrongType(http.Request), statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            RunOrder order = await RunOrderBody.ReadAsync(http.Request);
            CubeSet? set = await context.CubeSets.FindAsync(order.CubeSetId); // the launcher says that it is not there
            var (options, warnings) = order.ReadOptions(set is null ? new() : SetChoice.Fit(new(), set));
            int id = await launcher.LaunchAsync(order.Name ?? "", order.CubeSetId, options, http.User.Identity!.Name!);
            return Results.Created($"/api/runs/{id}", new { id, warnings });
        }
        catch (EngineException refused)
        {
            return Results.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> ChangeAsync(int id, LabDatabase context, HttpContext http, Func<Run, string?> problem, Func<Task> change)
    {
        if (await context.Runs.FindAsync(id) is not { } run)
        {
            return RunEndpoints.NoRun(id);
        }

        if (!RunPermissions.MayChange(http.User, run.CreatedBy))
        {
            return Results.Problem($"Run {id} belongs to {run.CreatedBy}; its owner and administrators may change it.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (problem(run) is { } sentence)
        {
            return Results.Problem(sentence, statusCode: StatusCodes.Status409Conflict);
        }

        await change();
        return Results.NoContent();
    }
}
