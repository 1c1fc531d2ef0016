using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>The cubes and whole boxes that were prepared from a dataset, those being prepared, and the form for more.</summary>
public sealed partial class CubeSection
{
    private static readonly string[] s_recipes = ["raw+pre+cleft", "raw+vesicle+cleft", "raw+vesicle+seg", "raw", "raw-masked"];

    private IReadOnlyList<CubeSet>? _sets;
    private IReadOnlyDictionary<int, string> _stale = new Dictionary<int, string>();
    private int _size = 80;
    private string _channels = s_recipes[0];
    private string? _problem;

    /// <summary>The dataset.</summary>
    [Parameter, EditorRequired]
    public required Dataset Dataset { get; set; }

    /// <summary>What the inspection found in it.</summary>
    [Parameter, EditorRequired]
    public required InspectionReport Report { get; set; }

    /// <summary>Whether this person may prepare cubes.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>User name of this person.</summary>
    [Parameter]
    public string By { get; set; } = "";

    [Inject]
    private CubePreparation Preparation { get; init; } = null!;

    [Inject]
    private CubeFreshness Freshness { get; init; } = null!;

    [Inject]
    private CubeRemoval Removal { get; init; } = null!;

    private int BoxCount => CubeSetRequest.Boxes.Estimate(Dataset, Report).Count;

    private string? SizeProblem => _size is >= 8 and <= 512 && _size % 2 == 0 ? null : "An even number from 8 to 512; the seed uses 80.";

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private string EstimateOf(CubeSetRequest request, string one, string many)
    {
        CubeEstimate estimate = request.Estimate(Dataset, Report);
        return $"{Quantity.Count(estimate.Count)} {Plural.Of(estimate.Count, one, many)}, at most {Quantity.Bytes(estimate.Bytes)} on disk";
    }

    private async Task LoadAsync()
    {
        _sets = await Preparation.ListAsync(Dataset.Id);
        StateHasChanged(); // the list is there; whether it is fresh takes a look at every file
        _stale = await Freshness.StaleAsync(Dataset, _sets);
    }

    private Task StartAsync(CubeSetRequest request) => TryAsync(() => Preparation.StartAsync(Dataset, request, By));

    private Task DeleteAsync(CubeSet set) => TryAsync(() => Removal.DeleteAsync(set.Id));

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            _problem = null;
            await act();
        }
        catch (EngineException error)
        {
            _problem = error.Message;
        }

        await LoadAsync();
    }
}
