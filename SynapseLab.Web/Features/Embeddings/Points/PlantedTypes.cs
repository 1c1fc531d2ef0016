using SynapseLab.Engine;
using SynapseLab.Engine.Phantom;

namespace SynapseLab.Web.Features.Embeddings.Points;

/// <summary>The known answer of a synthetic dataset.</summary>
internal static class PlantedTypes
{
    /// <summary>Planted type by full id; null where the dataset has no truth.json.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(string datasetRoot)
    {
        if (!File.Exists(Path.Combine(datasetRoot, PhantomTruth.FileName)))
        {
            return null;
        }

        try
        {
            PhantomTruth truth = PhantomTruth.Read(datasetRoot);
            return truth.Synapses.ToDictionary(synapse => synapse.Id, synapse => truth.Types[synapse.Type]);
        }
        catch (EngineException)
        {
            // A truth.json of something else: the points have their other colours.
            return null;
        }
    }
}
