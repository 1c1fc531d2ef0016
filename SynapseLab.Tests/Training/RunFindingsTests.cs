using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;

namespace SynapseLab.Tests.Training;

/// <summary>What holds of a run, folded from its events.</summary>
public sealed class RunFindingsTests
{
    private readonly RunFindings _findings = new();

    [Fact]
    public void Apply_MadePassedAndMadeAgain_HoldsTheLatestOfEachKind()
    {
        _findings.Apply(Made(DiagnosisKind.LossAtChance, epoch: 2, step: 8));
        _findings.Apply(Made(DiagnosisKind.ConstantOutput, epoch: 3, step: 12));
        IReadOnlyList<RunFinding> before = _findings.All;
        _findings.Apply(Passed(DiagnosisKind.LossAtChance, epoch: 5, step: 20));

        Assert.Equal([(2, (int?)5, false), (3, null, true)], _findings.All.Select(finding => (finding.Epoch, finding.PassedEpoch, finding.IsActive)));
        Assert.All(before, finding => Assert.True(finding.IsActive)); // what a reader keeps does not change

        _findings.Apply(Made(DiagnosisKind.LossAtChance, epoch: 7, step: 28));
        Assert.Equal([(DiagnosisKind.ConstantOutput, 3), (DiagnosisKind.LossAtChance, 7)], _findings.All.Select(finding => (finding.Kind, finding.Epoch)));
    }

    [Fact]
    public void Apply_Resumption_ForgetsWhatWasSaidAfterTheCheckpoint()
    {
        _findings.Apply(Made(DiagnosisKind.LossAtChance, epoch: 2, step: 8));
        _findings.Apply(Passed(DiagnosisKind.LossAtChance, epoch: 5, step: 20));
        _findings.Apply(Made(DiagnosisKind.ConstantOutput, epoch: 5, step: 20));

        _findings.Apply(Started(step: 16));

        RunFinding left = Assert.Single(_findings.All);
        Assert.True(left is { Kind: DiagnosisKind.LossAtChance, IsActive: true });
    }

    [Fact]
    public void Title_OfEveryKind_IsThere() =>
        Assert.Distinct(Enum.GetValues<DiagnosisKind>().Select(kind => kind.Title()));

    private static DiagnosisMade Made(DiagnosisKind kind, int epoch, long step) =>
        new() { Kind = kind, Severity = DiagnosisSeverity.Warning, Sentence = "seen", Advice = "do", Epoch = epoch, Step = step };

    private static DiagnosisPassed Passed(DiagnosisKind kind, int epoch, long step) => new() { Kind = kind, Epoch = epoch, Step = step };

    private static RunStarted Started(long step) => new()
    {
        Step = step,
        CubeCount = 1,
        StepsPerEpoch = 1,
        TotalSteps = 1,
        ParameterCount = 1,
        Device = "cpu",
        EffectiveNegatives = 0,
    };
}
