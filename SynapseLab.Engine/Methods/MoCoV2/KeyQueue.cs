using SynapseLab.Engine.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Methods.MoCoV2;

/// <summary>
/// The last K keys, a ring: new ones take the place of the oldest. It begins with random directions, as the authors' does. Both
/// buffers are in the state dict, so that a resumed run goes on with the same negatives. Keys keys, next.
/// </summary>
internal sealed class KeyQueue : nn.Module
{
    private readonly Tensor _next;

    /// <summary>K unit vectors of o numbers, drawn from <paramref name="generator"/> (CPU).</summary>
    internal KeyQueue(int size, int dimension, Generator generator)
        : base(nameof(KeyQueue))
    {
        using var drawn = randn(size, dimension, generator: generator);
        Keys = nn.functional.normalize(drawn, dim: 1);
        _next = zeros([1], ScalarType.Int64);
        register_buffer("keys", Keys);
        register_buffer("next", _next);
    }

    /// <summary>(K, o), unit rows.</summary>
    internal Tensor Keys { get; }

    /// <summary>Adds keys (n, o), in order; of more than K the last K remain. Call under no_grad.</summary>
    internal void Add(Tensor keys)
    {
        using var scope = NewDisposeScope();
        long size = Keys.shape[0];
        long skipped = Math.Max(0, keys.shape[0] - size);
        long count = keys.shape[0] - skipped;
        var places = (_next + arange(count, dtype: ScalarType.Int64, device: Keys.device)).remainder(size); // (count)
        var unit = FullPrecision.UnitRows(keys.narrow(0, skipped, count)).to(Keys.dtype);
        Keys.index_copy_(0, places, unit);
        _next.add_(count).remainder_(size);
    }
}
