using SynapseLab.Engine.Data;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>What is to be prepared from a dataset.</summary>
/// <param name="Kind">A word of <see cref="CubeSetKind"/>.</param>
/// <param name="CubeSize">Edge of a cube in voxels; of whole boxes, the edge that decides the window of the polarity rule.</param>
/// <param name="Channels">Channel recipe.</param>
internal sealed record CubeSetRequest(string Kind, int CubeSize, string Channels)
{
    /// <summary>The whole bounding boxes; a dataset has one such set.</summary>
    internal static CubeSetRequest Boxes { get; } = new(CubeSetKind.Boxes, DatasetJobs.InspectedCubeSize, VolumeStore.Channels);

    /// <summary>For messages: "cubes of 80³ with raw+pre+cleft" or "whole boxes".</summary>
    internal string Name => IsBoxes ? "whole boxes" : $"cubes of {CubeSize}³ with {Channels}";

    /// <summary>Name of the folder below <see cref="Hosting.StoragePaths.CubeSets"/>.</summary>
    internal string FolderOf(int datasetId) => IsBoxes ? $"dataset-{datasetId}-boxes" : $"dataset-{datasetId}-{CubeSize}-{Channels.Replace('+', '_')}";

    private bool IsBoxes => Kind == CubeSetKind.Boxes;

    /// <summary>Cubes around synapses.</summary>
    internal static CubeSetRequest Cubes(int cubeSize, string channels) => new(CubeSetKind.Synapses, cubeSize, channels);

    /// <summary>The same as a set has.</summary>
    internal static CubeSetRequest Of(CubeSet set) => new(set.Kind, set.CubeSize, set.Channels);

    /// <summary>For the preprocessor.</summary>
    internal PreprocessOptions Options(Dataset dataset, string folder, IReadOnlyList<PolarityOverride> decisions) =>
        new(dataset.Root, folder, CubeSize, Channels, DatasetCodes.Of(dataset), decisions, Volumes: IsBoxes, Cubes: !IsBoxes);

    /// <summary>What it will take on the disk.</summary>
    /// <param name="dataset">Its synapses count.</param>
    /// <param name="report">Its bounding boxes count; null where there is none yet.</param>
    internal CubeEstimate Estimate(Dataset dataset, InspectionReport? report) =>
        IsBoxes ? CubeEstimate.OfBoxes(report?.BoundingBoxes ?? []) : CubeEstimate.Of(dataset.SynapseCount, CubeSize, Channels);
}
