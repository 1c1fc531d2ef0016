using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets.Upload;

/// <summary>POST /api/datasets/upload?name=…: the body is the zip itself. Needs the antiforgery token in its header.</summary>
internal static class UploadEndpoint
{
    internal const string Path = "/api/datasets/upload";

    internal static void MapUpload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, ReceiveAsync).RequireAuthorization(Policies.Edit);

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, string name, IAntiforgery antiforgery, ArchiveReceiver receiver, DatasetCatalog catalog, DatasetJobs jobs, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Json(new UploadAnswer(null, "The page is too old; reload it and upload again."), statusCode: StatusCodes.Status400BadRequest);
        }

        // The receiver has its own limit, which is larger than what a server lets through by default.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        string by = context.User.Identity!.Name!;
        try
        {
            await catalog.RequireFreeAsync(name);
            string zip = await receiver.ReceiveAsync(context.Request.Body, context.Request.ContentLength, cancellationToken);
            try
            {
                Dataset dataset = await catalog.AddAsync(name, DatasetKind.Upload, "", by);
                await jobs.UnpackAsync(dataset, zip, by);
                return Results.Json(new UploadAnswer(dataset.Id, null));
            }
            catch
            {
                File.Delete(zip);
                throw;
            }
        }
        catch (Exception error) when (error is EngineException or IOException or UnauthorizedAccessException or DbUpdateException && !cancellationToken.IsCancellationRequested)
        {
            return Results.Json(new UploadAnswer(null, FailureText.Of(error)), statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private sealed record UploadAnswer(int? DatasetId, string? Message);
}
