using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>
/// Where augmentation draws from: what happens to a sample (a few numbers, always on the CPU, so that every device makes the
/// same decisions) and the noise of its voxels (on the device, where the batch is).
/// </summary>
public sealed class ViewRandomness : IDisposable
{
    // Keeps the two sequences apart that one seed starts.
    private const ulong VoxelStream = 0x9E3779B97F4A7C15;

    /// <summary>Starts both sequences from one seed.</summary>
    public ViewRandomness(long seed, Device device)
    {
        Decisions = new Generator(unchecked((ulong)seed));
        Voxels = new Generator(unchecked((ulong)seed ^ VoxelStream), device);
    }

    /// <summary>Flips, angles, factors; on the CPU.</summary>
    public Generator Decisions { get; }

    /// <summary>Noise; on the batch's device.</summary>
    public Generator Voxels { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Decisions.Dispose();
        Voxels.Dispose();
    }
}
