using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>What all losses share: they compute in float32 under autocast too, and refuse rows that do not belong together.</summary>
internal static class FullPrecision
{
    /// <summary>Switches autocast off until disposed; null where there is none.</summary>
    internal static IDisposable? Enter(Tensor like) => Autocast.IsSupported ? Autocast.Enter(like.device_type, enabled: false) : null;

    /// <summary>Rows (N, o) of any float type → float32 of unit length.</summary>
    internal static Tensor UnitRows(Tensor rows) => nn.functional.normalize(rows.to(ScalarType.Float32), dim: 1);

    /// <exception cref="ArgumentException">The two are not of one shape (N, o).</exception>
    internal static void RequirePair(Tensor first, Tensor second, string name)
    {
        if (first.dim() != 2 || !first.shape.SequenceEqual(second.shape))
        {
            throw new ArgumentException($"Expected two tensors of one shape (N, o), got ({string.Join(", ", first.shape)}) and ({string.Join(", ", second.shape)}).", name);
        }
    }
}
