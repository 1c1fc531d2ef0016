using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets.Cubes;

namespace SynapseLab.Web.Features.Datasets.Synapses;

/// <summary>Original, view 1 and view 2 of one cube, by the training's own code path; the seed is in the address.</summary>
public sealed partial class AugmentationPage
{
    private const string Preset = "seed";
    private const long FirstSeed = 42;

    private static readonly string[] s_rows = ["Original", "View 1", "View 2"];
    private static readonly Dictionary<string, string> s_channelNames = new()
    {
        ["raw"] = "Raw",
        ["raw-masked"] = "Raw, masked",
        ["pre"] = "Presynaptic",
        ["cleft"] = "Cleft",
        ["vesicle"] = "Vesicle cloud",
        ["seg"] = "Segmentation",
    };

    private Dataset? _dataset;
    private IReadOnlyList<CubeSet>? _sets;

    /// <summary>Key of the dataset.</summary>
    [Parameter]
    public int Id { get; set; }

    /// <summary>bboxN_Var1.</summary>
    [Parameter]
    public string FullId { get; set; } = "";

    /// <summary>Key of the cube set; without it the newest.</summary>
    [SupplyParameterFromQuery]
    public int? Set { get; set; }

    /// <summary>Seed of the draw.</summary>
    [SupplyParameterFromQuery]
    public long? Seed { get; set; }

    [Inject]
    private DatasetCatalog Catalog { get; init; } = null!;

    [Inject]
    private CubePreparation Preparation { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    private CubeSet? Chosen => _sets?.FirstOrDefault(set => set.Id == Set) ?? _sets?.FirstOrDefault();

    private long SeedInUse => Seed ?? FirstSeed;

    private string[] Groups => Chosen!.Channels.Split(':')[0].Split('+') is { Length: > 1 } channels
        ? ["All channels", .. channels.Select(channel => s_channelNames.GetValueOrDefault(channel, channel))]
        : ["All channels"];

    private string ViewsUrl =>
        $"/api/datasets/{Id}/synapses/{Uri.EscapeDataString(FullId)}/views?set={Chosen!.Id}&preset={Preset}&seed={SeedInUse}";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _dataset = await Catalog.FindAsync(Id);
        _sets = [.. (await Preparation.ListAsync(Id)).Where(set => set.State == CubeSetState.Ready)];
    }

    private void Reseed() => Go(seed: SeedInUse + 1);

    private void Go(int? set = null, long? seed = null) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?> { ["set"] = set ?? Chosen!.Id, ["seed"] = seed ?? SeedInUse }));
}
