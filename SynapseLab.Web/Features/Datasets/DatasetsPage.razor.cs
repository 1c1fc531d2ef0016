using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine;
using SynapseLab.Web.Components;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>All datasets, and the work that is being done on them.</summary>
public sealed partial class DatasetsPage
{
    private IReadOnlyList<Dataset>? _datasets;
    private Dataset? _removed;
    private string? _problem;
    private SignedIn _me;

    [Inject]
    private DatasetCatalog Catalog { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _me = await SignedIn.OfAsync(Authentication);
        await LoadAsync();
    }

    private async Task LoadAsync() => _datasets = await Catalog.ListAsync();

    private async Task RemoveAsync(Dataset dataset)
    {
        await Catalog.RemoveAsync(dataset.Id);
        _removed = dataset;
        await LoadAsync();
    }

    private async Task UndoAsync()
    {
        try
        {
            await Catalog.RestoreAsync(_removed!.Id);
            _removed = null;
            _problem = null;
        }
        catch (EngineException error)
        {
            _problem = error.Message;
        }

        await LoadAsync();
    }
}
