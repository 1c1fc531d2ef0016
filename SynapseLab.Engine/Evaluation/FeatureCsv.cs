using System.Globalization;
using System.Text;
using SynapseLab.Engine.Data;

namespace SynapseLab.Engine.Evaluation;

/// <summary>features.csv as the VGG3D seed has it: Var1, bbox_name, then a column a feature, counted from 1 (RFC 4180, numbers with a point).</summary>
public static class FeatureCsv
{
    /// <summary>The file's text.</summary>
    /// <param name="features">(n, d).</param>
    /// <param name="cubes">The n cubes in the order of the rows.</param>
    /// <param name="prefix">Name of a feature's column without its number.</param>
    public static string Format(EmbeddingMatrix features, IReadOnlyList<CubeEntry> cubes, string prefix)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(cubes);

        // Var1,bbox_name,layer20_feat_1,layer20_feat_2
        StringBuilder text = new("Var1,bbox_name");
        for (int feature = 1; feature <= features.Dimension; feature++)
        {
            text.Append(CultureInfo.InvariantCulture, $",{prefix}{feature}");
        }

        text.Append("\r\n");
        for (int row = 0; row < features.Count; row++)
        {
            text.Append(EmbeddingCsv.Field(cubes[row].Id)).Append(',').Append(EmbeddingCsv.Field(cubes[row].BoundingBox));
            foreach (float value in features.Values.AsSpan(row * features.Dimension, features.Dimension))
            {
                text.Append(CultureInfo.InvariantCulture, $",{value:R}");
            }

            text.Append("\r\n");
        }

        return text.ToString();
    }
}
