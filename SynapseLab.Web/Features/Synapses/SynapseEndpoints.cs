using Microsoft.AspNetCore.Http.HttpResults;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Options;
using SynapseLab.Web.Components.Volume;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>
/// The bytes behind the viewers: the window around a synapse, its prepared cube, its augmented views. A failure is one line of
/// text, which the viewers show as it is.
/// </summary>
internal static class SynapseEndpoints
{
    private const int SmallestHalf = 16;
    private const int LargestHalf = 128;

    internal static void MapSynapseEndpoints(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").RequireAuthorization();
        api.MapGet("/datasets/{datasetId:int}/synapses/{fullId}/window", WindowAsync);
        api.MapGet("/cubesets/{cubeSetId:int}/cubes/{fullId}", CubeAsync);
        api.MapGet("/cubesets/{cubeSetId:int}/views/{fullId}", ViewsAsync);
    }

    /// <summary>c ± <paramref name="half"/> voxels as <see cref="VolumeBytes"/>; <paramref name="half"/> is 16 … 128.</summary>
    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> WindowAsync(
        int datasetId, string fullId, SynapseCatalogue catalogue, CancellationToken cancellationToken, int half = 80)
    {
        if (await catalogue.FindAsync(datasetId, fullId) is not { } synapse)
        {
            return TypedResults.Text(NoSynapse(fullId), statusCode: StatusCodes.Status404NotFound);
        }

        return await BytesAsync(() => VolumeBytes.Encode(
            synapse.ReadWindow(Math.Clamp(half, SmallestHalf, LargestHalf), cancellationToken)));
    }

    /// <summary>One prepared cube as <see cref="CubeBytes"/>.</summary>
    private static Task<Results<FileContentHttpResult, ContentHttpResult>> CubeAsync(int cubeSetId, string fullId, OpenCubes openCubes) =>
        OfCubeAsync(cubeSetId, fullId, openCubes, found => CubeBytes.Encode([found.Read()], found.Store.ChannelCount, found.Store.CubeSize));

    /// <summary>The cube, view 1 and view 2 of the training's own augmentation by <see cref="AugmentationAddress"/>, as <see cref="CubeBytes"/>.</summary>
    private static Task<Results<FileContentHttpResult, ContentHttpResult>> ViewsAsync(
        int cubeSetId, string fullId, OpenCubes openCubes, HttpRequest request, long seed = 1) =>
        OfCubeAsync(cubeSetId, fullId, openCubes, found =>
        {
            float[] cube = found.Read();
            var options = AugmentationAddress.Read(name => request.Query[name]);
            var (view1, view2) = AugmentationPreview.Compute(cube, found.Store.ChannelCount, found.Store.CubeSize, options, seed);
            return CubeBytes.Encode([cube, view1, view2], found.Store.ChannelCount, found.Store.CubeSize);
        });

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> OfCubeAsync(
        int cubeSetId, string fullId, OpenCubes openCubes, Func<FoundCube, byte[]> compute)
    {
        try
        {
            return await openCubes.FindAsync(cubeSetId, fullId) is { } found
                ? await BytesAsync(() => compute(found))
                : TypedResults.Text(NoSynapse(fullId), statusCode: StatusCodes.Status404NotFound);
        }
        catch (EngineException problem)
        {
            return TypedResults.Text(problem.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    // Reading and augmenting take tens of milliseconds of processor time: not on the request's own continuation.
    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> BytesAsync(Func<byte[]> compute)
    {
        try
        {
            return TypedResults.Bytes(await Task.Run(compute), VolumeBytes.ContentType);
        }
        catch (Exception problem) when (problem is EngineException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            return TypedResults.Text(FailureText.Of(problem), statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static string NoSynapse(string fullId) =>
        $"There is no synapse '{fullId}' here; the dataset may have been inspected again or removed. Open it from the dataset's page.";
}
