using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Execution;
using SynapseLab.Web.Features.Runs.Launch;
using SynapseLab.Web.Features.Runs.Parts;

namespace SynapseLab.Tests.Web.Runs;

/// <summary>What the form of a new run draws.</summary>
public sealed class LaunchMarkupTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OptionInput_SaysWhetherItsValueIsNotTheDefault(bool changed)
    {
        string html = await Markup.RenderAsync<OptionInput>(new()
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
        string html = await Markup.RenderAsync<PreflightPanel>(new()
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
        string html = await Markup.RenderAsync<PreflightPanel>(new()
        {
            [nameof(PreflightPanel.Now)] = new MeasurementState(phase),
            [nameof(PreflightPanel.Forecast)] = new BusyDevice("cpu", "\"larval\"", null, null),
            [nameof(PreflightPanel.IsStarting)] = isStarting,
        });

        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Equal(isStarting, html.Contains("Start without measuring", StringComparison.Ordinal));
        Assert.Equal(phase == MeasurementPhase.Waiting, html.Contains("cpu works on", StringComparison.Ordinal));
    }
}
