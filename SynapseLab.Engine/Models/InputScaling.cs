using TorchSharp;
using static TorchSharp.torch;

namespace SynapseLab.Engine.Models;

/// <summary>What a backbone does to raw grey values (channel 0, stored in [0, 1]) before its first convolution; masks pass as they are.</summary>
public enum InputScaling
{
    /// <summary>Raw stays in [0, 1].</summary>
    Unit,

    /// <summary>Raw becomes 2·raw − 1, in [−1, 1]: what the public hemibrain VGG3D was trained on (domain §7).</summary>
    SignedUnit,

    /// <summary>Raw is z-scored in each cube (population, ε 1e-6): for networks that were trained on cubes out of whole bounding boxes (domain §4).</summary>
    ZScore,
}

/// <summary>Applies an <see cref="InputScaling"/>.</summary>
public static class InputScalings
{
    private static readonly (string Word, InputScaling Scaling)[] s_words =
        [("unit", InputScaling.Unit), ("signed", InputScaling.SignedUnit), ("z-score", InputScaling.ZScore)];

    /// <summary>unit, signed or z-score.</summary>
    /// <exception cref="EngineException">Another word.</exception>
    public static InputScaling Parse(string word) => NamedChoice.Parse("the input scaling", word, s_words);

    /// <summary>The word that <see cref="Parse"/> reads.</summary>
    public static string Word(this InputScaling scaling) => s_words.First(entry => entry.Scaling == scaling).Word;

    /// <summary>(N, C, D, H, W) → the same shape; <see cref="InputScaling.Unit"/> gives the tensor itself.</summary>
    internal static Tensor Apply(this InputScaling scaling, Tensor cubes)
    {
        if (scaling == InputScaling.Unit)
        {
            return cubes;
        }

        using var scope = NewDisposeScope();
        var grey = cubes.narrow(1, 0, 1); // (N, 1, D, H, W)
        var raw = scaling == InputScaling.SignedUnit ? (grey * 2) - 1 : ZScored(grey);
        long masks = cubes.shape[1] - 1;
        return (masks == 0 ? raw : cat([raw, cubes.narrow(1, 1, masks)], 1)).MoveToOuterDisposeScope();
    }

    private static Tensor ZScored(Tensor grey)
    {
        var centred = grey - grey.mean([1, 2, 3, 4], keepdim: true);
        return centred / ((centred * centred).mean([1, 2, 3, 4], keepdim: true).sqrt() + 1e-6);
    }
}
