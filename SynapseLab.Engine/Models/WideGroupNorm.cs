using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>
/// Group normalisation that computes in its weights' type whatever comes in, as autocast has it on GPUs; on CPUs libtorch 1.13 refuses a
/// bfloat16 input beside float32 weights. Keys weight, bias.
/// </summary>
internal sealed class WideGroupNorm : nn.Module<Tensor, Tensor>
{
    private readonly long _groups;
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    /// <summary>Weights 1, biases 0.</summary>
    /// <param name="groups">A divisor of the channels.</param>
    /// <param name="channels">C.</param>
    internal WideGroupNorm(long groups, long channels)
        : base(nameof(WideGroupNorm))
    {
        (_groups, _weight, _bias) = (groups, new Parameter(ones(channels)), new Parameter(zeros(channels)));
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <summary>(N, C, …) → the same shape.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return nn.functional.group_norm(input.to(_weight.dtype), _groups, _weight, _bias).MoveToOuterDisposeScope();
    }
}
