using System.Collections.Concurrent;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>Whether the synapses of a set have types, by which kNN judges. Their files are read once in each state; as many sets are known as there are.</summary>
internal sealed class SetTypes
{
    private readonly ConcurrentDictionary<string, (DateTime WrittenAt, bool AreThere)> _known = new();

    /// <summary>Random cubes out of whole boxes have none. Null where the files cannot be read, of which others tell.</summary>
    internal bool? Of(CubeSet set)
    {
        if (set.Kind != CubeSetKind.Synapses)
        {
            return false;
        }

        try
        {
            DateTime written = Directory.EnumerateFiles(set.Directory).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
            if (!_known.TryGetValue(set.Directory, out var known) || known.WrittenAt != written)
            {
                using CubeStore cubes = CubeStore.Open(set.Directory);
                _known[set.Directory] = known = (written, SynapseLabels.Of(cubes.Entries) is not null);
            }

            return known.AreThere;
        }
        catch (Exception e) when (e is EngineException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
