using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Runs.Launch;

/// <summary>The cubes that a run with some options sees of a set.</summary>
/// <param name="Count">Cubes of an epoch.</param>
/// <param name="Size">Edge in voxels.</param>
/// <param name="Channels">Channels.</param>
internal sealed record RunCubes(int Count, int Size, int Channels)
{
    /// <summary>Those of the set, or as many random ones as the options draw out of its whole boxes.</summary>
    internal static RunCubes Of(CubeSet set, TrainingOptions options) => set.Kind == CubeSetKind.Boxes
        ? new((int)Math.Min(int.MaxValue, (long)set.BoxCount * Math.Max(0, options.CubesPerBbox)), options.CubeSize, VolumeStore.ChannelCount)
        : new(set.CubeCount, set.CubeSize, set.Channels.Split('+').Length);
}
