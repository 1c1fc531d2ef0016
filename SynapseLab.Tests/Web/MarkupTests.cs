using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.States;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets.Parts;
using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Parts;
using SynapseLab.Web.Features.Synapses;

namespace SynapseLab.Tests.Web;

public sealed class MarkupTests
{
    [Fact]
    public async Task StatusBadge_SaysTheWordBesideTheShape()
    {
        string html = await RenderAsync<StatusBadge>(new() { [nameof(StatusBadge.Status)] = "interrupted" });

        Assert.Contains("pause_circle", html, StringComparison.Ordinal);
        Assert.Contains("interrupted</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorState_IsAnAlertAndEncodesWhatItShows()
    {
        string html = await RenderAsync<ErrorState>(new() { [nameof(ErrorState.Title)] = "Failed", [nameof(ErrorState.Message)] = "<script>" });

        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeHistogram_LeavesBackgroundAwayAndNamesUnusedCodes()
    {
        string html = await RenderAsync<CodeHistogram>(new()
        {
            [nameof(CodeHistogram.Counts)] = new Dictionary<int, long> { [0] = 5000, [1] = 1200, [9] = 600 },
            [nameof(CodeHistogram.Codes)] = new StructureCodes(null, 1, [2]),
            [nameof(CodeHistogram.Name)] = "bbox1",
        });

        Assert.Contains("Code 1 (vesicle): 1\u202f200 voxels", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("Code 9 (unused)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Code 0", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProblemList_ShowsTheGravestFirst()
    {
        Finding[] findings = [new(Severity.Info, "a", "note", "bbox1", "nothing"), new(Severity.Error, "b", "broken", "bbox2", "repair")];

        string html = await RenderAsync<ProblemList>(new() { [nameof(ProblemList.Findings)] = findings });

        Assert.True(html.IndexOf("broken", StringComparison.Ordinal) < html.IndexOf(">note<", StringComparison.Ordinal), html);
        Assert.Contains("1 error, 0 warnings, 1 note", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunState_OfAResumedRun_RemembersTheBestSilhouetteOfBefore()
    {
        var snapshot = new RunSnapshot(1, RunStatus.Running, "training", 0.7, null, null, null, null, 0.351, null, []);

        string html = await RenderAsync<RunState>(new()
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

        string html = await RenderAsync<RunFindingList>(new() { [nameof(RunFindingList.Findings)] = findings });

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

        string both = await RenderAsync<FindingMark>(new() { [nameof(FindingMark.Findings)] = new[] { warning, failure } });
        string none = await RenderAsync<FindingMark>(new() { [nameof(FindingMark.Findings)] = new[] { warning with { PassedEpoch = 5, PassedStep = 20 } } });

        Assert.Contains("constant output +1", System.Net.WebUtility.HtmlDecode(both), StringComparison.Ordinal);
        Assert.Equal("", none.Trim());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OptionInput_SaysWhetherItsValueIsNotTheDefault(bool changed)
    {
        string html = await RenderAsync<OptionInput>(new()
        {
            [nameof(OptionInput.Field)] = OptionSchema.Find("Epochs"),
            [nameof(OptionInput.Text)] = "200",
            [nameof(OptionInput.Default)] = "40",
            [nameof(OptionInput.Reference)] = "",
            [nameof(OptionInput.Changed)] = changed,
        });

        Assert.Equal(changed, html.Contains(">changed</span>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PreflightPanel_MeasuredWithProposals_OffersEachAndShowsTheFigures()
    {
        var asked = new TrainingOptions { BatchSize = 16, Epochs = 10 };
        var result = new PreflightResult(asked, asked with { MicroBatchSize = 4, Precision = "bfloat16" }, 3 << 20, 9 << 20, 5 << 20, 4, 1.8, 240, DateTimeOffset.UnixEpoch, "")
        {
            Larger = new(20, 38, 30, 4 << 20),
        };
        string html = await RenderAsync<PreflightPanel>(new()
        {
            [nameof(PreflightPanel.Figures)] = new PreflightFigures(new(result, DateTimeOffset.UnixEpoch), asked, 100, DateTimeOffset.UnixEpoch),
            [nameof(PreflightPanel.CanMeasure)] = true,
        });

        Assert.Contains(">3.0 MiB of 5.0 MiB</dd>", html, StringComparison.Ordinal);
        Assert.Contains("1970-01-01 00:04 UTC", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Use Micro-batch 4\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Use Precision bfloat16\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Use Batch size 20\"", html, StringComparison.Ordinal);
        Assert.Matches("role=\"alert\"[^>]*>As it is, a step would take 9.0 MiB", html); // scoped styles add an attribute
    }

    [Theory]
    [InlineData(MeasurementPhase.Waiting, true, "Stop waiting")]
    [InlineData(MeasurementPhase.Working, true, "Measuring: opening the cubes")]
    [InlineData(MeasurementPhase.Working, false, "Measuring: opening the cubes")]
    public async Task PreflightPanel_MeasurementAtHand_CanBeLeftAndSkippedByAStartThatWaits(MeasurementPhase phase, bool isStarting, string text)
    {
        string html = await RenderAsync<PreflightPanel>(new()
        {
            [nameof(PreflightPanel.Now)] = new MeasurementState(phase),
            [nameof(PreflightPanel.Forecast)] = new BusyDevice("cpu", "\"larval\"", null, null),
            [nameof(PreflightPanel.IsStarting)] = isStarting,
        });

        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Equal(isStarting, html.Contains("Start without measuring", StringComparison.Ordinal));
        Assert.Equal(phase == MeasurementPhase.Waiting, html.Contains("cpu works on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AugmentationControls_OfVgg_HaveASliderForEachRangeOfTheSchema()
    {
        string html = await RenderAsync<AugmentationControls>(new() { [nameof(AugmentationControls.Options)] = new TrainingOptions { Augmentation = "vgg" } });
        string seed = await RenderAsync<AugmentationControls>(new() { [nameof(AugmentationControls.Options)] = new TrainingOptions() });

        Assert.Equal(6, html.Split("type=\"range\"").Length - 1);
        Assert.Contains("id=\"option-RotationRange\" type=\"range\" min=\"0\" max=\"180\" step=\"1\" value=\"15\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"range\"", seed, StringComparison.Ordinal);
        Assert.Contains("This preset is fixed", seed, StringComparison.Ordinal);
    }

    private static async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton<IJSRuntime, NoBrowser>().AddSingleton(TimeProvider.System).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    // Markup is drawn without a browser; Radzen only wants the service to exist.
    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new InvalidOperationException("There is no browser.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }
}
