using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Cubes;

/// <summary>The cubes that were prepared from a dataset, those being prepared, and the form for more.</summary>
public sealed partial class CubeSection
{
    private static readonly string[] s_recipes = ["raw+pre+cleft", "raw+vesicle+cleft", "raw+vesicle+seg", "raw", "raw-masked"];

    private IReadOnlyList<CubeSet>? _sets;
    private int _size = 80;
    private string _channels = s_recipes[0];
    private string? _problem;

    /// <summary>The dataset.</summary>
    [Parameter, EditorRequired]
    public required Dataset Dataset { get; set; }

    /// <summary>Whether this person may prepare cubes.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>User name of this person.</summary>
    [Parameter]
    public string By { get; set; } = "";

    [Inject]
    private CubePreparation Preparation { get; init; } = null!;

    private string? SizeProblem => _size is >= 8 and <= 512 && _size % 2 == 0 ? null : "An even number from 8 to 512; the seed uses 80.";

    private string EstimateText
    {
        get
        {
            CubeEstimate estimate = CubeEstimate.Of(Dataset.SynapseCount, _size, _channels);
            return $"{Quantity.Count(estimate.Count)} cubes, at most {Quantity.Bytes(estimate.Bytes)} on disk";
        }
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _sets = await Preparation.ListAsync(Dataset.Id);

    private async Task StartAsync(int size, string channels)
    {
        try
        {
            _problem = null;
            await Preparation.StartAsync(Dataset, size, channels, By);
        }
        catch (EngineException error)
        {
            _problem = error.Message;
        }

        await LoadAsync();
    }
}
