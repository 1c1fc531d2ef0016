using System.Security.Cryptography;
using System.Text;
using SynapseLab.Engine.Data.Cubes;

namespace SynapseLab.Engine.Data;

/// <summary>
/// A digest of everything a file of cubes depends on: name, length and modification time of each source file, and the
/// options. Contents are not read: hashing a bounding box of 1.5 GB would cost as much as preparing it.
/// </summary>
internal static class SourceFingerprint
{
    /// <summary>64 hexadecimal digits.</summary>
    internal static string Compute(BoundingBoxSource source, BoundingBoxSettings settings, int cubeSize, ChannelRecipe recipe, IEnumerable<PolarityOverride> overrides)
    {
        var text = new StringBuilder();
        text.AppendLine($"format {CubeFileHeader.FormatVersion} size {cubeSize} channels {recipe.Name}");
        text.AppendLine(CodeTableJson.WriteEntry(settings).ToJsonString());
        foreach (PolarityOverride decision in overrides.OrderBy(o => o.FullId, StringComparer.Ordinal))
        {
            text.AppendLine($"{decision.FullId} {decision.Side}");
        }

        foreach (string part in new[] { source.RawPath, source.SegmentationPath, source.MaskPath, source.TablePath })
        {
            AppendFiles(text, part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void AppendFiles(StringBuilder text, string path)
    {
        IEnumerable<FileInfo> files = Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles() : [new FileInfo(path)];
        foreach (FileInfo file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            text.AppendLine($"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }
    }
}
