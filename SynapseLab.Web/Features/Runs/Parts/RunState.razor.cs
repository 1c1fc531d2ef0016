using System.Globalization;
using Microsoft.AspNetCore.Components;
using SynapseLab.Engine.Methods;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>How a run stands: status, progress, and its newest figures.</summary>
public sealed partial class RunState
{
    /// <summary>The run of the history.</summary>
    [Parameter, EditorRequired]
    public required Run Run { get; set; }

    /// <summary>Its options.</summary>
    [Parameter, EditorRequired]
    public required TrainingOptions Options { get; set; }

    /// <summary>How it stands now.</summary>
    [Parameter]
    public RunSnapshot? Snapshot { get; set; }

    private string Status => Snapshot?.Status ?? Run.Status;

    // The snapshot's begins anew when the run resumes; the history remembers what was before.
    private double? BestSilhouette => Snapshot?.BestSilhouette is { } now && !(Run.BestSilhouette > now) ? now : Run.BestSilhouette;

    private IEnumerable<(string Name, string Value)> Figures()
    {
        MethodDescription method = MethodCatalogue.Find(Options.Method);
        yield return ("Epoch", $"{(int)Math.Ceiling(Snapshot?.LastStep?.Epoch ?? Run.LastEpoch)} of {Options.Epochs}");
        yield return ("Loss", Number(Snapshot?.LastStep?.Loss ?? Run.LastLoss, "0.0000"));
        if (method.ChanceLoss(Options.BatchSize, Options.MethodParameters) is { } chance)
        {
            yield return ("Chance level", Number(chance, "0.0000"));
        }

        if (method.Negatives(Options.BatchSize, Options.MethodParameters) is > 0 and var negatives)
        {
            yield return ("Effective negatives", Quantity.Count(negatives));
        }

        if (Snapshot?.LastStep is { } step)
        {
            yield return ("Learning rate", Quantity.Number(step.LearningRate));
            yield return ("Cubes/s", Number(step.CubesPerSecond, "0.0"));
        }

        if (Snapshot?.LastMetrics is { } metrics)
        {
            yield return ($"Silhouette, k = {metrics.SilhouetteClusters}, n = {metrics.SampleCount}", Number(metrics.Silhouette, "0.000"));
            yield return ($"Hopkins ± sd, n = {metrics.SampleCount}", $"{Number(metrics.HopkinsMean, "0.000")} ± {Number(metrics.HopkinsStandardDeviation, "0.000")}");
            yield return ($"RankMe, of {metrics.EmbeddingDimension}", Number(metrics.RankMe, "0.0"));
        }

        yield return ("Best silhouette", Number(BestSilhouette, "0.000"));
    }

    private static string Number(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "–";
}
