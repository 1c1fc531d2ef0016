using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Parts;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>What a run's page and the comparison of runs say of how runs went.</summary>
public sealed class RunMarkupTests
{
    [Fact]
    public async Task RunState_OfAResumedRun_RemembersTheBestSilhouetteOfBefore()
    {
        var snapshot = new RunSnapshot(1, RunStatus.Running, "training", 0.7, null, null, null, null, 0.351, null, []);

        string html = await Markup.RenderAsync<RunState>(new()
        {
            [nameof(RunState.Run)] = new Run { Name = "collapse", CreatedBy = "anna", OptionsJson = "{}", Status = RunStatus.Running, BestSilhouette = 0.471 },
            [nameof(RunState.Options)] = new TrainingOptions(),
            [nameof(RunState.Snapshot)] = snapshot,
        });

        Assert.Contains("0.471", html, StringComparison.Ordinal);
        Assert.DoesNotContain("0.351", html, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionDifference_Among_NamesWhatDiffersAndWhereItHasNoEffect()
    {
        var differences = OptionDifference.Among([new() { Epochs = 10 }, new() { Epochs = 20, Method = "mvm" }]);

        Assert.Contains(differences, row => row is { Label: "Epochs", Values: ["10", "20"] });
        Assert.Contains(differences, row => row is { Label: "Method", Values: ["SimCLR", "Masked volume modelling"] });
        Assert.Contains(differences, row => row is { Label: "Temperature", Values: ["0.07", "–"] });
        Assert.DoesNotContain(differences, row => row.Label == "Batch size");
    }

    [Fact]
    public async Task RunFindingList_SaysWhatHoldsBeforeWhatHasPassed()
    {
        RunFinding[] findings =
        [
            new(DiagnosisKind.LossAtChance, DiagnosisSeverity.Warning, "No better than guessing.", "Raise the learning rate.", 3, 12) { PassedEpoch = 5, PassedStep = 20 },
            new(DiagnosisKind.ConstantOutput, DiagnosisSeverity.Failure, "The same for every cube.", "Start again.", 4, 16),
        ];

        string html = await Markup.RenderAsync<RunFindingList>(new() { [nameof(RunFindingList.Findings)] = findings });

        Assert.Equal(1, html.Split("role=\"alert\"").Length - 1);
        Assert.True(html.IndexOf("Constant output", StringComparison.Ordinal) < html.IndexOf("Loss at chance", StringComparison.Ordinal), html);
        Assert.Contains("since epoch 4 (step 16)", html, StringComparison.Ordinal);
        Assert.Contains("Start again.", html, StringComparison.Ordinal);
        Assert.Contains("failure", html, StringComparison.Ordinal);
        Assert.Contains("passed at epoch 5", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Raise the learning rate.", html, StringComparison.Ordinal); // nothing is left to do
    }

    [Fact]
    public async Task FindingMark_NamesTheGravestThatHolds_AndNothingWhenAllPassed()
    {
        RunFinding warning = new(DiagnosisKind.LossAtChance, DiagnosisSeverity.Warning, "", "", 3, 12);
        RunFinding failure = new(DiagnosisKind.ConstantOutput, DiagnosisSeverity.Failure, "", "", 4, 16);

        string both = await Markup.RenderAsync<FindingMark>(new() { [nameof(FindingMark.Findings)] = new[] { warning, failure } });
        string none = await Markup.RenderAsync<FindingMark>(new() { [nameof(FindingMark.Findings)] = new[] { warning with { PassedEpoch = 5, PassedStep = 20 } } });

        Assert.Contains("constant output +1", System.Net.WebUtility.HtmlDecode(both), StringComparison.Ordinal);
        Assert.Equal("", none.Trim());
    }
}
