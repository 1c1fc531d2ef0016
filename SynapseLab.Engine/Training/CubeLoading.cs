using System.Globalization;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Training;

/// <summary>Where a run's cubes come from in every epoch after the first: host memory, or the disk.</summary>
/// <param name="Keeps">Whether cubes stay in memory, as they are stored, once they were read.</param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record CubeLoading(bool Keeps, string Reason)
{
    internal const string Auto = "auto";
    internal const string Memory = "memory";
    internal const string Stream = "stream";

    // Beside the cubes a run needs room for batches, networks and the page cache that makes streaming fast.
    private const int ShareOfMemory = 4;

    internal static IReadOnlyList<string> Names { get; } = [Auto, Memory, Stream];

    /// <summary>memory or stream.</summary>
    internal string Name => Keeps ? Memory : Stream;

    /// <summary>What an option's word means for some cubes on this machine.</summary>
    /// <exception cref="EngineException">They were to stay in memory and do not fit.</exception>
    internal static CubeLoading Choose(string option, CubeStore cubes) =>
        Choose(option, cubes.StoredBytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>As above, from the figures alone.</summary>
    /// <param name="option">auto, memory or stream.</param>
    /// <param name="cubeBytes">All cubes as they are stored.</param>
    /// <param name="memoryBytes">Host memory that the process may use.</param>
    internal static CubeLoading Choose(string option, long cubeBytes, long memoryBytes)
    {
        if (option == Memory && cubeBytes > memoryBytes)
        {
            throw new EngineException($"The cubes take {Size(cubeBytes)} as they are stored, the machine lets this process use {Size(memoryBytes)}. Choose stream or auto as loading.");
        }

        bool fits = cubeBytes <= memoryBytes / ShareOfMemory;
        return option == Auto
            ? new(fits, $"the cubes' {Size(cubeBytes)} {(fits ? "fit" : "do not fit")} a quarter of {Size(memoryBytes)} memory")
            : new(option == Memory, "as asked");
    }

    private static string Size(long bytes) => bytes < 1 << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.0} GiB");
}
