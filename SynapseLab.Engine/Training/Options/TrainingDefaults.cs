using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Training;

/// <summary>Options that suit the cubes and the machine.</summary>
public static class TrainingDefaults
{
    private const double PatienceSeconds = 3600;
    private const int LeastEpochs = 10;
    private const int MostEpochs = 100;

    // The seed's cubes of an epoch for each bounding box, and its batch, which an epoch of few boxes should fill too.
    private const int SeedCubesPerBox = 10;
    private const int SeedBoxBatch = 64;

    /// <summary>Options without folders; on a CPU a narrow network and as many epochs as fit an hour (10 … 100).</summary>
    public static TrainingOptions For(CubeStore cubes, DeviceInfo device) => For(cubes.Count, cubes.CubeSize, cubes.ChannelCount, device);

    /// <summary>As <see cref="For(CubeStore, DeviceInfo)"/>, from the figures alone.</summary>
    public static TrainingOptions For(int cubeCount, int cubeSize, int channels, DeviceInfo device)
    {
        var options = new TrainingOptions
        {
            Device = device.Name,
            Width = device.IsGpu ? 64 : 16,
            Precision = device.IsGpu ? "bfloat16" : "float32",
            BatchSize = BatchSize(cubeCount, device.IsGpu ? LargestGpuBatch(cubeSize, device.TotalMemoryBytes) : 32),
            Epochs = MostEpochs,
        };
        double estimate = TrainingEstimate.For(options, cubeCount, cubeSize, channels, device).Seconds;
        int epochs = (int)Math.Clamp(MostEpochs * PatienceSeconds / Math.Max(1, estimate), LeastEpochs, MostEpochs);
        return options with { Epochs = epochs, WarmupEpochs = Math.Min(5, epochs / 10.0), EvaluateEveryEpochs = Math.Max(1, epochs / 20) };
    }

    /// <summary>As <see cref="For(CubeStore, DeviceInfo)"/>, for random cubes of an edge out of whole bounding boxes (pipeline bbox).</summary>
    public static TrainingOptions ForBoxes(int boxCount, int cubeSize, DeviceInfo device)
    {
        int cubesPerBox = Math.Max(SeedCubesPerBox, (SeedBoxBatch + boxCount - 1) / boxCount);
        TrainingOptions options = For(boxCount * cubesPerBox, cubeSize, VolumeStore.ChannelCount, device);
        return CubeSourceChoice.Choose(options, CubeSourceChoice.BoundingBox) with { CubeSize = cubeSize, CubesPerBbox = cubesPerBox };
    }

    /// <summary>A power of two that leaves at least two steps an epoch where the set allows, and never more than the set.</summary>
    private static int BatchSize(int cubeCount, int largest)
    {
        int size = largest;
        while (size > 2 && size * 2 > cubeCount)
        {
            size /= 2;
        }

        return Math.Max(2, Math.Min(size, cubeCount));
    }

    /// <summary>Activations of both views of an 80³ cube at width 64 take about 0.6 GB in bfloat16.</summary>
    private static int LargestGpuBatch(int cubeSize, long memoryBytes)
    {
        double bytesPerCube = 0.6e9 * Math.Pow(cubeSize / 80.0, 3);
        double fits = memoryBytes * 0.7 / bytesPerCube;
        return (int)Math.Clamp(Math.Pow(2, Math.Floor(Math.Log2(Math.Max(2, fits)))), 2, 128);
    }
}
