using System.Globalization;
using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Datasets.Parts;

/// <summary>A bounding box's settings as a person types them.</summary>
internal sealed class CodeFields
{
    private const double LargestVoxelNm = 10_000;

    /// <summary>Code of the vesicle cloud.</summary>
    public string Vesicle { get; set; } = "";

    /// <summary>Codes of the cleft, separated by commas or blanks.</summary>
    public string Cleft { get; set; } = "";

    /// <summary>Code of mitochondria; empty when not annotated.</summary>
    public string Mitochondria { get; set; } = "";

    /// <summary>Three numbers, z y x.</summary>
    public string VoxelSizeNm { get; set; } = "";

    internal static CodeFields Of(BoundingBoxSettings settings) => new()
    {
        Vesicle = settings.Codes.Vesicle.ToString(CultureInfo.InvariantCulture),
        Cleft = string.Join(", ", settings.Codes.Cleft.Distinct()),
        Mitochondria = settings.Codes.Mitochondria?.ToString(CultureInfo.InvariantCulture) ?? "",
        VoxelSizeNm = string.Create(CultureInfo.InvariantCulture, $"{settings.VoxelSizeNm.Z}, {settings.VoxelSizeNm.Y}, {settings.VoxelSizeNm.X}"),
    };

    /// <summary>What is wrong, as a sentence; null when the fields can be saved.</summary>
    /// <param name="histogram">Voxels per code in the bounding box: a code that does not occur is a mistake.</param>
    internal string? Problem(IReadOnlyDictionary<int, long> histogram)
    {
        if (Codes(Vesicle) is not [int vesicle])
        {
            return "The vesicle cloud has exactly one code, a whole number from 1 to 255.";
        }

        if (Codes(Cleft) is not { Count: > 0 } cleft)
        {
            return "The cleft has one or more codes, whole numbers from 1 to 255 separated by commas.";
        }

        if (Mitochondria.Trim().Length > 0 && Codes(Mitochondria) is not [_])
        {
            return "Mitochondria have one code, a whole number from 1 to 255, or none.";
        }

        if (VoxelSize() is null)
        {
            return "The voxel size is three numbers above 0 in nm: z, y, x.";
        }

        int[] all = [vesicle, .. cleft, .. Codes(Mitochondria) ?? []];
        if (all.GroupBy(code => code).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return $"Code {twice.Key} stands twice; a code means one structure.";
        }

        return histogram.Count > 0 && !cleft.Any(histogram.ContainsKey)
            ? $"No voxel of this bounding box has code {string.Join(" or ", cleft)}; the cleft would be empty."
            : null;
    }

    /// <summary>The settings; only when <see cref="Problem"/> is null.</summary>
    internal BoundingBoxSettings Settings() => new(
        new(Codes(Mitochondria) is [int mitochondria] ? mitochondria : null, Codes(Vesicle)![0], Codes(Cleft)!),
        VoxelSize()!.Value);

    private static List<int>? Codes(string text)
    {
        List<int> codes = [];
        foreach (string part in Parts(text))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int code) || code is < 1 or > 255)
            {
                return null;
            }

            codes.Add(code);
        }

        return codes;
    }

    private VoxelSizeNm? VoxelSize()
    {
        double[] sizes = [.. Parts(VoxelSizeNm).Select(part =>
            double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double size) ? size : 0)];
        return sizes is [> 0 and <= LargestVoxelNm, > 0 and <= LargestVoxelNm, > 0 and <= LargestVoxelNm] ? new(sizes[0], sizes[1], sizes[2]) : null;
    }

    private static string[] Parts(string text) => text.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
