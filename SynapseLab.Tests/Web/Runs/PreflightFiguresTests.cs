using SynapseLab.Engine.Training;
using SynapseLab.Web.Features.Runs.Launch;

namespace SynapseLab.Tests.Web.Runs;

public sealed class PreflightFiguresTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TrainingOptions s_options = new() { BatchSize = 16, Epochs = 10 };

    [Fact]
    public void Figures_AsAsked_FollowTheFormsPresentEpochs()
    {
        PreflightFigures figures = Of(s_options, s_options) with { Options = s_options with { Epochs = 20, GradientAccumulationSteps = 2 } };

        Assert.Equal(TimeSpan.FromSeconds(3 * 32 * 20 / 4), figures.Duration); // of 100 cubes 3 steps of 32 an epoch, 4 cubes a second
        Assert.Equal(s_now.AddMinutes(8), figures.EndsAt);
        Assert.Equal("30", figures.Negatives);
        Assert.Null(figures.Refusal);
        Assert.Empty(figures.Proposals);
        Assert.StartsWith("none", (figures with { Options = s_options with { Method = "byol" } }).Negatives, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposals_ThatDoesNotFit_IsOneClickForBatchAndMicroBatch()
    {
        TrainingOptions asked = s_options with { MicroBatchSize = 8 };
        PreflightFigures figures = Of(asked, asked with { BatchSize = 8, MicroBatchSize = 0 });
        PreflightProposal proposal = Assert.Single(figures.Proposals);

        Assert.Equal("Batch size 8, no micro-batch", proposal.Title);
        Assert.Equal(asked with { BatchSize = 8, MicroBatchSize = 0, Epochs = 3 }, proposal.Apply(asked with { Epochs = 3 }));
        Assert.Contains("9.0 MiB of the 5.0 MiB", figures.Refusal, StringComparison.Ordinal);
        Assert.Equal("14", figures.Negatives); // of the batch that was measured
        Assert.Equal("Micro-batch 4", Assert.Single(Of(s_options, s_options with { MicroBatchSize = 4 }).Proposals).Title);
    }

    [Fact]
    public void Proposals_FasterPrecision_SaysHowMuchFaster()
    {
        PreflightProposal proposal = Assert.Single(Of(s_options, s_options with { Precision = "bfloat16" }).Proposals);

        Assert.Equal("Precision bfloat16", proposal.Title);
        Assert.StartsWith("1.8 times as fast", proposal.Reason, StringComparison.Ordinal);
        Assert.Equal(s_options with { Precision = "bfloat16" }, proposal.Apply(s_options));
    }

    [Fact]
    public void Suggestion_LargerBatch_IsOneClickThatChangesTheBatchAlone()
    {
        PreflightFigures figures = Of(s_options, s_options);
        PreflightFigures roomy = figures with { Measured = figures.Measured with { Result = figures.Measured.Result with { Larger = new(25, 48, 30, 4 << 20) } } };

        Assert.Null(figures.Suggestion);
        Assert.Empty(roomy.Proposals);
        Assert.Equal("Batch size 25", roomy.Suggestion!.Title);
        Assert.StartsWith("To think about: 48 negatives instead of 30, in about 4.0 MiB.", roomy.Suggestion.Reason, StringComparison.Ordinal);
        Assert.Equal(s_options with { BatchSize = 25, Epochs = 3 }, roomy.Suggestion.Apply(s_options with { Epochs = 3 }));
        Assert.Null((roomy with { CubeCount = 99 }).Suggestion); // less than four steps an epoch
    }

    [Fact]
    public void Duration_OfARunThatNobodyWillSeeEnd_IsStillADate() =>
        Assert.True((Of(s_options, s_options) with { Options = s_options with { Epochs = int.MaxValue }, CubeCount = int.MaxValue }).EndsAt > s_now);

    private static PreflightFigures Of(TrainingOptions asked, TrainingOptions proposal) => new(
        new(new(asked, proposal, 3 << 20, 9 << 20, 5 << 20, 4, proposal.Precision == asked.Precision ? 1 : 1.8, 240, s_now, ""), s_now), asked, 100, s_now);
}
