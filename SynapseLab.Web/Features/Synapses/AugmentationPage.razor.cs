using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Engine.Training;
using SynapseLab.Web.Components.Frame;
using SynapseLab.Web.Components.Options;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>A prepared cube beside two augmented views of it. Seed, cube set and augmentation options stand in the address; one without a synapse takes the set's first.</summary>
public sealed partial class AugmentationPage
{
    private static readonly string[] s_rows = ["Original", "View 1", "View 2"];

    private SynapseView? _view;
    private List<CubeSet> _cubeSets = [];
    private int _cubeSetId;
    private TrainingOptions _options = new();
    private bool _missing;
    private bool _hasNoCubes;

    /// <summary>Dataset of the synapse.</summary>
    [Parameter]
    public int DatasetId { get; set; }

    /// <summary>bboxN_Var1; null for the first.</summary>
    [Parameter]
    public string? FullId { get; set; }

    /// <summary>Seed of the two views; default 1.</summary>
    [SupplyParameterFromQuery(Name = "seed")]
    public string? SeedInAddress { get; set; }

    /// <summary>Cube set; default the newest one that is ready.</summary>
    [SupplyParameterFromQuery(Name = "cubes")]
    public string? CubesInAddress { get; set; }

    /// <summary>"each" to see each mask alone beside all channels and raw.</summary>
    [SupplyParameterFromQuery(Name = "channels")]
    public string? ChannelsInAddress { get; set; }

    [Inject]
    private SynapseCatalogue Catalogue { get; init; } = default!;

    [Inject]
    private OpenCubes OpenCubes { get; init; } = default!;

    [Inject]
    private IDbContextFactory<LabDatabase> Databases { get; init; } = default!;

    [Inject]
    private NavigationManager Navigation { get; init; } = default!;

    private long Seed => AddressNumber.Of(SeedInAddress) ?? 1;

    private bool ShowsEach => ChannelsInAddress == "each";

    private CubeSet? _cubeSet => _cubeSets.Find(set => set.Id == _cubeSetId);

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var query = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        _options = AugmentationAddress.Read(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
        await using LabDatabase database = await Databases.CreateDbContextAsync();
        _cubeSets = await database.CubeSets.AsNoTracking()
            .Where(set => set.DatasetId == DatasetId && set.Kind == CubeSetKind.Synapses && set.State == CubeSetState.Ready)
            .OrderByDescending(set => set.Id)
            .ToListAsync();
        _cubeSetId = AddressNumber.Of(CubesInAddress) ?? _cubeSets.FirstOrDefault()?.Id ?? 0;
        FullId ??= await FirstAsync();
        _view = FullId is null ? null : await Catalogue.FindAsync(DatasetId, FullId);
        _missing = FullId is not null && _view is null;
        _hasNoCubes = FullId is null;
    }

    private async Task<string?> FirstAsync()
    {
        try
        {
            return await OpenCubes.FirstAsync(_cubeSetId);
        }
        catch (EngineException)
        {
            return null; // the set's files are gone, and it must be prepared again
        }
    }

    private static IReadOnlyList<Crumb> CrumbsOf(SynapseView view) =>
    [
        new Crumb("Datasets", "datasets"),
        new Crumb(view.Dataset.Name, $"datasets/{view.Dataset.Id}"),
        new Crumb(view.Synapse.Id, $"datasets/{view.Dataset.Id}/synapses/{Uri.EscapeDataString(view.Synapse.FullId)}"),
    ];

    private string ViewsUrl(CubeSet cubes) =>
        QueryHelpers.AddQueryString(
            $"api/cubesets/{cubes.Id}/views/{Uri.EscapeDataString(FullId!)}",
            AugmentationAddress.Write(_options).Append(new("seed", FormattableString.Invariant($"{Seed}"))).Where(value => value.Value is not null));

    private string Href(SynapseInspection synapse) =>
        $"datasets/{DatasetId}/synapses/{Uri.EscapeDataString(synapse.FullId)}/augmentations{new Uri(Navigation.Uri).Query}";

    private void Reseed() => ShowAddress(Seed + 1, _options, ShowsEach);

    private void ShowAddress() => ShowAddress(Seed, _options, ShowsEach);

    // Moving a slider is no step that one wants to go back by.
    private void ShowAddress(long seed, TrainingOptions options, bool showsEach)
    {
        var values = AugmentationAddress.Write(options).ToDictionary(value => value.Key, value => (object?)value.Value, StringComparer.Ordinal);
        (values["seed"], values["cubes"], values["channels"]) = (seed, _cubeSetId, showsEach ? "each" : null);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(values), replace: true);
    }
}
