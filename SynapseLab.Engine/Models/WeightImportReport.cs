using System.Globalization;

namespace SynapseLab.Engine.Models;

/// <summary>What became of each weight of a file and of a backbone.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Origin">Whose names it had: own checkpoint, torchvision r3d_18, 3D-ResNet, MedicalNet, VGG3D …, plain state dict.</param>
/// <param name="Matched">Weights taken as they are, without batch norms' counters.</param>
/// <param name="Adapted">Weights taken with a change, "name: what was done".</param>
/// <param name="Missing">Weights of the backbone that the file lacks; they keep the values they had.</param>
/// <param name="Unexpected">Weights of the file that the backbone has no place for.</param>
/// <param name="ShapeMismatches">Weights of both that differ in shape, "name: shape in the file, shape wanted"; the backbone's keep their values.</param>
/// <param name="Ignored">Heads (fc, conv_seg, classifier, projection …), left out on purpose.</param>
public sealed record WeightImportReport(
    string Source,
    string Origin,
    IReadOnlyList<string> Matched,
    IReadOnlyList<string> Adapted,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unexpected,
    IReadOnlyList<string> ShapeMismatches,
    IReadOnlyList<string> Ignored)
{
    /// <summary>What network the file holds, as far as names and sizes tell; null where they do not.</summary>
    public string? Holds { get; init; }

    /// <summary>How many weights the backbone has from the file.</summary>
    public int TakenCount => Matched.Count + Adapted.Count;

    /// <summary>How many weights the backbone keeps as they were, because the file has none or one of another shape.</summary>
    public int KeptCount => Missing.Count + ShapeMismatches.Count;

    /// <summary>Whether every weight of the backbone came from the file and nothing was left over but ignored heads.</summary>
    public bool IsComplete => Missing.Count + Unexpected.Count + ShapeMismatches.Count == 0;

    /// <summary>All of it in one line.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{Source} ({Origin}): {Matched.Count} weights matched, {Some(Adapted, "adapted")}, {Some(Missing, "missing")}, {Some(Unexpected, "unexpected")}, {Some(ShapeMismatches, "of another shape")}, {Ignored.Count} of heads ignored");

    /// <summary>What the weights of this origin cannot tell, though features depend on it: strides and dilations lie in code. Empty where nothing is known to differ.</summary>
    public string Note => Origin switch
    {
        WeightNames.MedicalNet => "MedicalNet dilates its last two stages, which its weights do not tell; here they halve, so that features are not the published ones.",
        WeightNames.Hara => "The strides of a 3D-ResNet are not in its weights: some have a stem of stride (1, 2, 2) or none of the max-pool, and MedicalNet without its head looks alike; where the code differed from the network here, features are not the published ones.",
        _ => "",
    };

    /// <summary>Summary and note in whole sentences.</summary>
    public string Sentences => Note.Length == 0 ? $"{Summary}." : $"{Summary}. {Note}";

    private static string Some(IReadOnlyList<string> names, string what)
    {
        string examples = string.Join(", ", names.Take(2)) + (names.Count > 2 ? " …" : "");
        return names.Count == 0 ? $"0 {what}" : string.Create(CultureInfo.InvariantCulture, $"{names.Count} {what} [{examples}]");
    }
}
