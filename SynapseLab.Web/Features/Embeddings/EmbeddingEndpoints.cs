using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Volume;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Embeddings.Points;

namespace SynapseLab.Web.Features.Embeddings;

/// <summary>What the scatter's script fetches; described in docs/api.md. Everyone signed in may read.</summary>
internal static class EmbeddingEndpoints
{
    internal static void AddEmbeddings(this IServiceCollection services) => services.AddSingleton<EmbeddingViews>().AddSingleton<EmbeddingList>();

    internal static void MapEmbeddings(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder sets = endpoints.MapGroup("/api/evaluations/{id:int}/points").RequireAuthorization();
        sets.MapGet("", (int id, EmbeddingViews views) => AnswerAsync(async () => PointBytes.Encode(await views.OpenAsync(id))));
        sets.MapGet("{point:int}/planes", (int id, int point, EmbeddingViews views, LabDatabase database) =>
            AnswerAsync(() => CubeAsync(id, point, views, database, (cube, store) => CentrePlanes.Encode(cube, store.CubeSize, store.Channels))));
        sets.MapGet("{point:int}/cube", (int id, int point, EmbeddingViews views, LabDatabase database) =>
            AnswerAsync(() => CubeAsync(id, point, views, database, (cube, store) => CubeBytes.Encode([cube], store.ChannelCount, store.CubeSize))));
    }

    private static async Task<byte[]> CubeAsync(int id, int point, EmbeddingViews views, LabDatabase database, Func<float[], CubeStore, byte[]> encode)
    {
        EmbeddingView view = await views.OpenAsync(id);
        if (point < 0 || point >= view.Points.Count)
        {
            throw new EngineException($"Expected a point 0 … {view.Points.Count - 1} of embedding set {id}, got {point}.");
        }

        string folder = await database.Evaluations.Where(set => set.Id == id).Select(set => set.CubeSet!.Directory).FirstAsync();
        using CubeStore store = CubeStore.Open(folder);
        string wanted = view.Points[point].FullId;
        int index = store.Entries.Select((entry, at) => (entry, at)).Where(pair => pair.entry.FullId == wanted).Select(pair => pair.at).DefaultIfEmpty(-1).First();
        if (index < 0)
        {
            throw new EngineException($"{wanted} is no longer in the cube set; prepare its cubes again.");
        }

        float[] cube = new float[store.CubeLength];
        store.Read(index, cube);
        return encode(cube, store);
    }

    private static async Task<IResult> AnswerAsync(Func<Task<byte[]>> bytes)
    {
        try
        {
            return Results.Bytes(await bytes(), "application/octet-stream");
        }
        catch (EngineException problem)
        {
            return Results.Problem(problem.Message, statusCode: StatusCodes.Status404NotFound);
        }
    }
}
