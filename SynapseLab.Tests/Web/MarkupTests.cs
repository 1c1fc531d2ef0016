using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.States;
using SynapseLab.Web.Features.Datasets.Parts;
using SynapseLab.Web.Features.Synapses;

namespace SynapseLab.Tests.Web;

/// <summary>What the parts of the datasets' and synapses' pages, and those of all pages, draw.</summary>
public sealed class MarkupTests
{
    [Fact]
    public async Task StatusBadge_SaysTheWordBesideTheShape()
    {
        string html = await Markup.RenderAsync<StatusBadge>(new() { [nameof(StatusBadge.Status)] = "interrupted" });

        Assert.Contains("pause_circle", html, StringComparison.Ordinal);
        Assert.Contains("interrupted</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorState_IsAnAlertAndEncodesWhatItShows()
    {
        string html = await Markup.RenderAsync<ErrorState>(new() { [nameof(ErrorState.Title)] = "Failed", [nameof(ErrorState.Message)] = "<script>" });

        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CodeHistogram_LeavesBackgroundAwayAndNamesUnusedCodes()
    {
        string html = await Markup.RenderAsync<CodeHistogram>(new()
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

        string html = await Markup.RenderAsync<ProblemList>(new() { [nameof(ProblemList.Findings)] = findings });

        Assert.True(html.IndexOf("broken", StringComparison.Ordinal) < html.IndexOf(">note<", StringComparison.Ordinal), html);
        Assert.Contains("1 error, 0 warnings, 1 note", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AugmentationControls_OfVgg_HaveASliderForEachRangeOfTheSchema()
    {
        string html = await Markup.RenderAsync<AugmentationControls>(new() { [nameof(AugmentationControls.Options)] = new TrainingOptions { Augmentation = "vgg" } });
        string seed = await Markup.RenderAsync<AugmentationControls>(new() { [nameof(AugmentationControls.Options)] = new TrainingOptions() });

        Assert.Equal(6, html.Split("type=\"range\"").Length - 1);
        Assert.Contains("id=\"option-RotationRange\" type=\"range\" min=\"0\" max=\"180\" step=\"1\" value=\"15\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"range\"", seed, StringComparison.Ordinal);
        Assert.Contains("This preset is fixed", seed, StringComparison.Ordinal);
    }
}
