using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Datasets.Access;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>Registers a dataset from a server folder or an uploaded zip.</summary>
public sealed partial class AddDatasetPage
{
    private string _path = "";
    private string _name = "";
    private string? _problem;

    [Inject]
    private DataRoots Roots { get; init; } = null!;

    [Inject]
    private DatasetCatalog Catalog { get; init; } = null!;

    [Inject]
    private DatasetJobs Jobs { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private IOptions<LabOptions> Options { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    private async Task RegisterAsync()
    {
        try
        {
            SignedIn me = await SignedIn.OfAsync(Authentication);
            string root = Roots.Resolve(_path);
            DatasetSource.Scan(root);
            string name = string.IsNullOrWhiteSpace(_name) ? Path.GetFileName(root) : _name;
            Dataset dataset = await Catalog.AddAsync(name, DatasetKind.Folder, root, me.Name);
            await Jobs.InspectAsync(dataset, me.Name);
            Navigation.NavigateTo($"datasets/{dataset.Id}");
        }
        catch (EngineException error)
        {
            _problem = error.Message;
        }
    }
}
