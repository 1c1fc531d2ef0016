using SynapseLab.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Losses;

/// <summary>What all losses share: they compute in float32 under autocast too, in float64 where rows are, and refuse rows that do not belong together.</summary>
internal static class FullPrecision
{
    /// <summary>Switches autocast off until disposed; null where there is none.</summary>
    internal static IDisposable? Enter(Tensor like) => Autocast.IsSupported ? Autocast.Enter(like.device_type, enabled: false) : null;

    /// <summary>Values of any float type, of any shape → float64 where they are that, else float32.</summary>
    internal static Tensor Of(Tensor values) => values.to(values.dtype == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32);

    /// <summary>Rows (N, o) of any float type → float32 or float64 of unit length.</summary>
    internal static Tensor UnitRows(Tensor rows) => nn.functional.normalize(Of(rows), dim: 1);

    /// <exception cref="ArgumentException">The two are not of one shape (N, o).</exception>
    internal static void RequirePair(Tensor first, Tensor second, string name)
    {
        if (first.dim() != 2 || !first.shape.SequenceEqual(second.shape))
        {
            throw new ArgumentException($"Expected two tensors of one shape (N, o), got ({string.Join(", ", first.shape)}) and ({string.Join(", ", second.shape)}).", name);
        }
    }
}
