using System.Globalization;
using SynapseLab.Engine;
using SynapseLab.Engine.Training;

namespace SynapseLab.Cli;

/// <summary>Takes the features of all cubes and says what became of the weights and where the files are: <c>extract</c>, and the end of <c>train</c>.</summary>
internal static class FeatureFiles
{
    /// <summary>Writes both files.</summary>
    /// <exception cref="EngineException">As <see cref="FeatureExtraction.Run"/>.</exception>
    public static void Write(FeatureExtractionOptions options, CommandConsole console, CancellationToken cancellationToken)
    {
        FeatureExtractionResult result;
        using (var progress = new ProgressLine(console))
        {
            result = FeatureExtraction.Run(options, report => console.Out.WriteLine(report.Sentences), progress, cancellationToken);
        }

        console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Plural.Counted(result.Count, "cube")} with {result.Dimension} features, {result.ColumnPrefix}1 … {result.Dimension}, in {options.OutputDir}."));
    }
}
