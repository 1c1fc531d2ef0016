using SynapseLab.Engine.Diagnosis;

namespace SynapseLab.Engine.Training;

/// <summary>What the collapse doctor has said of a run, by its events: the latest of each kind, so at most as many as there are kinds. Not thread-safe.</summary>
public sealed class RunFindings
{
    /// <summary>Oldest first. The list is never changed, but replaced: a reader may keep it.</summary>
    public IReadOnlyList<RunFinding> All { get; private set; } = [];

    /// <summary>What the log of a run folder holds; empty without a log.</summary>
    /// <param name="runDir">The run's folder.</param>
    public static RunFindings Read(string runDir)
    {
        var findings = new RunFindings();
        foreach (TrainingEvent e in new ProgressTail(runDir).ReadNew())
        {
            findings.Apply(e);
        }

        return findings;
    }

    /// <summary>Takes one event of the run; those of other kinds change nothing.</summary>
    public void Apply(TrainingEvent e)
    {
        switch (e)
        {
            case RunStarted started:
                TruncateAfter(started.Step);
                break;
            case DiagnosisMade made:
                All = [.. Others(made.Kind), new RunFinding(made.Kind, made.Severity, made.Sentence, made.Advice, made.Epoch, made.Step)];
                break;
            case DiagnosisPassed passed:
                All = [.. All.Select(finding => finding.Kind == passed.Kind ? finding with { PassedEpoch = passed.Epoch, PassedStep = passed.Step } : finding)];
                break;
        }
    }

    /// <summary>Forgets what was said after <paramref name="step"/>: a resumed run does those steps again.</summary>
    public void TruncateAfter(long step) => All =
    [
        .. from finding in All
           where finding.Step <= step
           select finding.PassedStep > step ? finding with { PassedEpoch = null, PassedStep = null } : finding,
    ];

    private IEnumerable<RunFinding> Others(DiagnosisKind kind) => All.Where(finding => finding.Kind != kind);
}
