using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>Which prepared sets are of an earlier state of their dataset: its files, code tables or persons' decisions changed since.</summary>
internal sealed class CubeFreshness(PolarityOverrides polarities)
{
    /// <summary>A sentence for each ready set that is stale, by its id. Lists and stats files, reads no voxels.</summary>
    internal async Task<IReadOnlyDictionary<int, string>> StaleAsync(Dataset dataset, IReadOnlyList<CubeSet> sets)
    {
        IReadOnlyList<PolarityOverride> decisions = await polarities.ForPreprocessorAsync(dataset.Id);
        return await Task.Run(() => sets.Where(set => set.State == CubeSetState.Ready)
            .Select(set => (set.Id, Sentence: Sentence(dataset, set, decisions)))
            .Where(found => found.Sentence is not null)
            .ToDictionary(found => found.Id, found => found.Sentence!));
    }

    private static string? Sentence(Dataset dataset, CubeSet set, IReadOnlyList<PolarityOverride> decisions)
    {
        try
        {
            IReadOnlyList<string> boxes = PreparedFiles.StaleBoxes(CubeSetRequest.Of(set).Options(dataset, set.Directory, decisions), CancellationToken.None);
            return boxes.Count == 0 ? null : $"Files, codes or polarity decisions of {Some(boxes)} changed since; bring it up to date.";
        }
        catch (EngineException problem)
        {
            return problem.Message;
        }
    }

    private static string Some(IReadOnlyList<string> boxes)
    {
        const int Named = 3;
        return string.Join(", ", boxes.Take(Named)) + (boxes.Count > Named ? $" and {boxes.Count - Named} more" : "");
    }
}
