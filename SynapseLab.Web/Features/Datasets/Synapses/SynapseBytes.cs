using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Volume;
using SynapseLab.Web.Data;
using SynapseLab.Web.Jobs;

namespace SynapseLab.Web.Features.Datasets.Synapses;

/// <summary>
/// Voxels for the canvases, as bytes: the window around a synapse, its prepared cube, its cube with two augmented views.
/// Failures come as one line of text with status 404 or 422.
/// </summary>
internal static class SynapseBytes
{
    internal const int LargestHalf = 160;

    internal static void MapSynapseBytes(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder group = endpoints.MapGroup("/api/datasets/{id:int}/synapses/{fullId}");
        group.MapGet("window", WindowAsync);
        group.MapGet("cube", CubeAsync);
        group.MapGet("views", ViewsAsync);
    }

    private static async Task<IResult> WindowAsync(int id, string fullId, int? half, SynapseFinder finder, HttpContext context, CancellationToken cancellationToken)
    {
        if (await finder.FindAsync(id, fullId) is not { } view)
        {
            return Text(StatusCodes.Status404NotFound, $"There is no synapse {fullId} in this dataset.");
        }

        return await AnswerAsync(context, () => VolumeBytes.Encode(
            SynapseFinder.ReadWindow(view, Math.Clamp(half ?? CubeWindow.DefaultHalf, 8, LargestHalf), cancellationToken)));
    }

    private static Task<IResult> CubeAsync(int id, string fullId, int set, IDbContextFactory<LabDatabase> databases, HttpContext context) =>
        WithCubeAsync(id, fullId, set, databases, context, (cube, store) => [cube]);

    private static Task<IResult> ViewsAsync(
        int id, string fullId, int set, string preset, long seed, IDbContextFactory<LabDatabase> databases, HttpContext context) =>
        WithCubeAsync(id, fullId, set, databases, context, (cube, store) =>
        {
            (float[] view1, float[] view2) = AugmentationPreview.Compute(cube, store.ChannelCount, store.CubeSize, preset, seed);
            return [cube, view1, view2];
        });

    private static async Task<IResult> WithCubeAsync(
        int id, string fullId, int setId, IDbContextFactory<LabDatabase> databases, HttpContext context, Func<float[], CubeStore, IReadOnlyList<float[]>> compute)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        CubeSet? set = await database.CubeSets.AsNoTracking().SingleOrDefaultAsync(set => set.Id == setId && set.DatasetId == id);
        if (set is not { State: CubeSetState.Ready })
        {
            return Text(StatusCodes.Status404NotFound, "These cubes are not prepared; prepare them on the dataset's page.");
        }

        return await AnswerAsync(context, () =>
        {
            using CubeStore store = CubeStore.Open(set.Directory);
            int index = store.Entries.ToList().FindIndex(entry => entry.FullId == fullId);
            if (index < 0)
            {
                throw new EngineException($"{fullId} is not among the prepared cubes; it may have been added later. Prepare the cubes again.");
            }

            float[] cube = new float[store.CubeLength];
            store.Read(index, cube);
            return CubeBytes.Encode(compute(cube, store), store.ChannelCount, store.CubeSize);
        });
    }

    // Decoding slices and augmenting take up to seconds of processor time: not on a request thread that others wait for.
    private static async Task<IResult> AnswerAsync(HttpContext context, Func<byte[]> read)
    {
        try
        {
            byte[] bytes = await Task.Run(read);
            context.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(bytes, VolumeBytes.ContentType);
        }
        catch (Exception error) when (error is EngineException or IOException or DllNotFoundException)
        {
            return Text(StatusCodes.Status422UnprocessableEntity, FailureText.Of(error));
        }
    }

    private static IResult Text(int status, string message) => Results.Text(message, "text/plain; charset=utf-8", statusCode: status);
}
