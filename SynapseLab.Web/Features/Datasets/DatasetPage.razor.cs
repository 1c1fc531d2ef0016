using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets;

/// <summary>One dataset: bounding boxes with their code tables, prepared cubes, problems, synapses.</summary>
public sealed partial class DatasetPage
{
    private Dataset? _dataset;
    private InspectionReport? _report;
    private SignedIn _me;
    private string _newName = "";
    private string? _problem;
    private bool _isMissing;
    private bool _isRenaming;

    /// <summary>Key of the dataset.</summary>
    [Parameter]
    public int Id { get; set; }

    [Inject]
    private DatasetCatalog Catalog { get; init; } = null!;

    [Inject]
    private DatasetJobs Jobs { get; init; } = null!;

    [Inject]
    private DatasetReports Reports { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    private IEnumerable<Finding> AllFindings => _report!.Findings.Concat(_report.BoundingBoxes.SelectMany(box => box.Findings));

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _me = await SignedIn.OfAsync(Authentication);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _dataset = await Catalog.FindAsync(Id);
        _isMissing = _dataset is null;
        _report = _isMissing ? null : await Reports.FindAsync(Id);
        _newName = _dataset?.Name ?? "";
    }

    private Task InspectAsync() => Jobs.InspectAsync(_dataset!, _me.Name);

    private async Task CodesSavedAsync()
    {
        await LoadAsync();
        await InspectAsync();
    }

    private async Task RenameAsync()
    {
        try
        {
            await Catalog.RenameAsync(Id, _newName);
            _isRenaming = false;
            _problem = null;
        }
        catch (EngineException error)
        {
            _problem = error.Message;
        }

        await LoadAsync();
    }
}
