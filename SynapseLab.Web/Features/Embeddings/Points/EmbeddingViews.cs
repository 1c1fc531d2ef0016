using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>Opens embedding sets; the last few stay in memory, so that the page and its script read the files once.</summary>
internal sealed class EmbeddingViews(IDbContextFactory<LabDatabase> databases)
{
    private const int Kept = 8;
    private readonly Lock _lock = new();
    private readonly List<(int Id, Task<EmbeddingView> View)> _views = [];

    /// <summary>The set of a finished evaluation.</summary>
    /// <exception cref="EngineException">There is no such set, it is not finished, or its files are damaged.</exception>
    internal Task<EmbeddingView> OpenAsync(int evaluationId)
    {
        lock (_lock)
        {
            _views.RemoveAll(kept => kept.View.IsFaulted);
            int at = _views.FindIndex(kept => kept.Id == evaluationId);
            Task<EmbeddingView> view = at >= 0 ? _views[at].View : Task.Run(() => LoadAsync(evaluationId));
            if (at < 0)
            {
                _views.Add((evaluationId, view));
                _views.RemoveRange(0, Math.Max(0, _views.Count - Kept));
            }

            return view;
        }
    }

    private async Task<EmbeddingView> LoadAsync(int evaluationId)
    {
        await using LabDatabase database = await databases.CreateDbContextAsync();
        Evaluation evaluation = await database.Evaluations.Include(set => set.CubeSet).FirstOrDefaultAsync(set => set.Id == evaluationId)
            ?? throw new EngineException($"There is no embedding set {evaluationId}; the list of embeddings shows those that are there.");
        if (evaluation.Status != "finished")
        {
            throw new EngineException($"Embedding set {evaluationId} is {evaluation.Status}; its points are there once it is finished.");
        }

        return EmbeddingView.Load(evaluation.OutputDir, evaluation.CubeSet!.Directory);
    }
}
