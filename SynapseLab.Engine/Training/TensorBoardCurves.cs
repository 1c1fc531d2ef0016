using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Engine.Training;

/// <summary>Which curve of TensorBoard each figure of an event belongs to. Tags are the seeds' where they have one; x is the optimiser step for all.</summary>
internal static class TensorBoardCurves
{
    internal const string EpochLoss = "Loss/Epoch_Avg";
    internal const string Silhouette = "Metrics/Silhouette";
    internal const string Hopkins = "Metrics/Hopkins_Mean";

    /// <summary>Points of the curves; none for an event without figures.</summary>
    internal static IReadOnlyList<SummaryValue> Points(TrainingEvent trainingEvent) =>
        [.. Figures(trainingEvent).Where(figure => figure.Value is not null).Select(figure => SummaryValue.Scalar(figure.Tag, figure.Value!.Value))];

    private static (string Tag, double? Value)[] Figures(TrainingEvent trainingEvent) => trainingEvent switch
    {
        StepCompleted step =>
        [
            ("Loss/Train", step.Loss),
            ("Learning_Rate", step.LearningRate),
            ("Training/Cubes_Per_Second", step.CubesPerSecond),
            ("Training/Gradient_Norm", step.GradientNorm),
        ],
        EpochCompleted epoch =>
        [
            (EpochLoss, epoch.MeanLoss),
            ("Training/Epoch", epoch.Epoch),
            ("Training/Epoch_Cubes_Per_Second", epoch.CubesPerSecond),
        ],
        MetricsComputed metrics =>
        [
            (Silhouette, metrics.Silhouette),
            ("Metrics/Silhouette_Best_K", metrics.BestSilhouette),
            (Hopkins, metrics.HopkinsMean),
            ("Metrics/Hopkins_Std", metrics.HopkinsStandardDeviation),
            ("Metrics/RankMe", metrics.RankMe),
            ("Metrics/Alignment", metrics.Alignment),
            ("Metrics/Uniformity", metrics.Uniformity),
            ("Metrics/Positive_Cosine", metrics.PositiveCosine),
            ("Metrics/Negative_Cosine", metrics.NegativeCosine),
            ("Metrics/KNN_Accuracy", metrics.KnnAccuracy),
            ("Metrics/Linear_Probe_Accuracy", metrics.LinearProbeAccuracy),
            ("Metrics/Intensity_R2", metrics.IntensityR2),
        ],
        TelemetrySampled sample =>
        [
            ("Hardware/Process_Memory_GB", sample.ProcessMemoryBytes / 1e9),
            ("Hardware/Busy_Cores", sample.BusyCores),
            ("Hardware/GPU_Utilization_Percent", sample.GpuUtilizationFraction * 100),
            ("Hardware/GPU_Memory_Used_GB", sample.GpuMemoryUsedBytes / 1e9),
            ("Hardware/GPU_Memory_Total_GB", sample.GpuMemoryTotalBytes / 1e9),
            ("Hardware/GPU_Power_W", sample.GpuPowerWatts),
            ("Hardware/GPU_Temperature_C", sample.GpuTemperatureCelsius),
        ],
        _ => [],
    };
}
