using TorchSharp;

namespace SynapseLab.Torch;

/// <summary>
/// While it lives, batch norms in training on this thread normalise by the statistics of all processes' batches, as
/// torch.nn.SyncBatchNorm does; the gradients flow through those statistics. Wrap the forward pass. Every process must run the
/// same layers on inputs of one shape, and go back through all of them.
/// </summary>
public sealed class SynchronizedBatchNorm : IDisposable
{
    [ThreadStatic]
    private static ProcessGroup? t_group;

    private readonly ProcessGroup? _previous;

    private SynchronizedBatchNorm(ProcessGroup group)
    {
#if TORCHSHARP_PACKAGE
        throw new NotSupportedException($"Synchronised batch norm (over {group.WorldSize} processes) is not in the TorchSharp packages; build with -p:TorchProvider=own.");
#else
        (_previous, t_group) = (t_group, group);
#endif
    }

    /// <summary>The group whose statistics batch norms share on this thread; null outside.</summary>
    internal static ProcessGroup? Group => t_group;

    /// <summary>Begins to share statistics.</summary>
    /// <exception cref="NotSupportedException">The TorchSharp packages provide libtorch; they cannot share statistics.</exception>
    public static SynchronizedBatchNorm Enter(ProcessGroup group) => new(group);

    /// <summary>Restores what was before.</summary>
    public void Dispose() => t_group = _previous;
}
