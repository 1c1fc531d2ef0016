namespace TorchSharp.Modules;

/// <summary>Settings of one parameter group; null takes the optimizer's default.</summary>
public abstract class OptimizerOptions
{
    /// <summary>The rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The rate at the start.</summary>
    public double? InitialLearningRate { get; set; }

    /// <summary>Takes over the settings of another object of the same type.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        LearningRate = source.LearningRate;
        InitialLearningRate = source.InitialLearningRate;
    }
}
