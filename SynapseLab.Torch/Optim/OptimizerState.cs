using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState : IDisposable
{
    /// <summary>Takes over the values of another state; its tensors are copied, bit for bit.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Frees the tensors.</summary>
    public abstract void Dispose();

    private protected static Tensor ZerosLike(Tensor parameter) => zeros_like(parameter).detach_().DetachFromDisposeScope();

    // The old tensor makes room for a copy on the same device.
    private protected static Tensor? Replace(Tensor? old, Tensor? source, Device? device = null)
    {
        Tensor? copy = source?.to(device ?? old?.device ?? source.device, copy: true).DetachFromDisposeScope();
        old?.Dispose();
        return copy;
    }
}
