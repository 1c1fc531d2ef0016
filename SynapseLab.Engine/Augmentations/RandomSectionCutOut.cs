using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Augmentations;

/// <summary>Blackens whole sections, as when one was lost or torn: each z of each sample with a chance.</summary>
/// <param name="Chance">0 … 1 for each section.</param>
public sealed record RandomSectionCutOut(double Chance) : IIntensityTransform
{
    /// <inheritdoc />
    public Tensor Apply(Tensor raw, ViewRandomness random) =>
        Blacken(raw, Draws.Chance((int)(raw.shape[0] * raw.shape[2]), Chance, random.Decisions));

    /// <summary>0 in the sections marked in <paramref name="lost"/>: N·D marks, sample by sample.</summary>
    internal static Tensor Blacken(Tensor raw, bool[] lost)
    {
        using var marks = tensor(lost, [raw.shape[0], 1, raw.shape[2], 1, 1], device: raw.device); // (N, 1, D, 1, 1)
        return raw.masked_fill(marks, 0);
    }
}
