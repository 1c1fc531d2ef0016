using SynapseLab.Web.Data;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>Sets of a dataset without files, for what reads only their figures.</summary>
internal static class MadeUpSets
{
    internal static CubeSet Cubes(int count, int size = 32, string channels = "raw+pre+cleft", int datasetId = 1) => new()
    {
        DatasetId = datasetId,
        Dataset = new Dataset { Name = "phantom", Kind = "folder", State = "ready", CreatedBy = "anna" },
        CubeSize = size,
        Channels = channels,
        Directory = "cubes",
        State = CubeSetState.Ready,
        CubeCount = count,
        CreatedBy = "anna",
    };

    internal static CubeSet Boxes(int count, int smallestEdge, int datasetId = 1)
    {
        CubeSet set = Cubes(0, 80, datasetId: datasetId);
        (set.Kind, set.BoxCount, set.SmallestEdge) = (CubeSetKind.Boxes, count, smallestEdge);
        return set;
    }
}
