using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>The figures of a report that lists show.</summary>
internal sealed record ReportFigures(int BoundingBoxes, int Synapses, int Ambiguous, int Problems)
{
    internal static ReportFigures Of(InspectionReport report) => new(
        report.BoundingBoxes.Count(box => box.Usable),
        report.BoundingBoxes.Sum(box => box.Synapses.Count),
        report.BoundingBoxes.Sum(box => box.AmbiguousCount),
        report.Findings.Concat(report.BoundingBoxes.SelectMany(box => box.Findings)).Count(finding => finding.Severity != Severity.Info));
}
