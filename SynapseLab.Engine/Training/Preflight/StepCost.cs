namespace SynapseLab.Engine.Training;

/// <summary>What a step took when it was tried.</summary>
/// <param name="CubesPerSecond">Cubes trained on per second.</param>
/// <param name="PeakMemoryBytes">Most memory of the device that it held: tensors on a GPU, growth of the process on the CPU.</param>
internal sealed record StepCost(double CubesPerSecond, long PeakMemoryBytes);
