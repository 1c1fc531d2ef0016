using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Training;

/// <summary>
/// Which cubes of whole bounding boxes an epoch sees: box and start corner uniform at random, a pure function of seed, epoch, index and
/// redraw, so that resuming needs nothing but the place in the run (domain §4).
/// </summary>
/// <param name="Boxes">Sizes of the volumes in voxels, each at least the cube's.</param>
/// <param name="CubeSize">Edge s in voxels.</param>
/// <param name="CubesPerBox">Samples of an epoch for each box.</param>
/// <param name="Seed">Decides every draw.</param>
public sealed record BoundingBoxSampler(IReadOnlyList<Shape3> Boxes, int CubeSize, int CubesPerBox, long Seed)
{
    /// <summary>Samples of an epoch, boxes · cubes per box.</summary>
    public int SamplesPerEpoch => Boxes.Count * CubesPerBox;

    /// <summary>Box and first voxel of a sample.</summary>
    /// <param name="epoch">0-based.</param>
    /// <param name="index">0-based place in the epoch.</param>
    /// <param name="redraw">0 for the first draw; others are as random.</param>
    public (int Box, Voxel Corner) Draw(int epoch, int index, int redraw = 0)
    {
        var random = SplitMix64.Of(Seed, epoch, index, redraw);
        int box = random.Below(Boxes.Count);
        Shape3 shape = Boxes[box];
        return (box, new Voxel(random.Below(shape.Z - CubeSize + 1), random.Below(shape.Y - CubeSize + 1), random.Below(shape.X - CubeSize + 1)));
    }
}
