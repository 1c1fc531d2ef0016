using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that share settings.</summary>
public class ParamGroup : ILearningRateController
{
    /// <summary>The parameters; they stay their modules'.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The settings; filled with the optimizer's defaults when the group is added.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Require().LearningRate!.Value;
        set => Require().LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Require().InitialLearningRate!.Value;
        set => Require().InitialLearningRate = value;
    }

    private OptimizerOptions Require()
        => Options ?? throw new InvalidOperationException("The parameter group has no settings before it is added to an optimizer.");
}

/// <summary>Parameters that share settings of one optimizer.</summary>
/// <typeparam name="TOptions">The optimizer's settings.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>Parameters and their settings.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        Options = options;
    }
}
