using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>How grave a finding is, as word and shape; the colour comes from the style sheet by the word.</summary>
internal static class FindingWords
{
    internal static string Of(DiagnosisSeverity severity) => severity == DiagnosisSeverity.Failure ? "failure" : "warning";

    internal static string Icon(RunFinding finding) => !finding.IsActive ? "check" : finding.Severity == DiagnosisSeverity.Failure ? "dangerous" : "warning";
}
