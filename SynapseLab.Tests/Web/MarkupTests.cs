using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Diagnosis;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.States;
using SynapseLab.Web.Features.Datasets.Parts;
using SynapseLab.Web.Features.Runs.Parts;

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

        Assert.True(html.IndexOf("broken", StringComparison.Ordinal) < html.IndexOf("note<", StringComparison.Ordinal), html);
        Assert.Contains("1 errors, 0 warnings, 1 notes", html, StringComparison.Ordinal);
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

    private static async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using ServiceProvider services = new ServiceCollection().AddSingleton<IJSRuntime, NoBrowser>().BuildServiceProvider();
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
