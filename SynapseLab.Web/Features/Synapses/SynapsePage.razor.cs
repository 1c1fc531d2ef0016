using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components.Frame;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Synapses;

/// <summary>One synapse: its surroundings in three planes, and which side is presynaptic.</summary>
public sealed partial class SynapsePage
{
    /// <summary>Half the edge of the window that the viewer shows, in voxels; 160³ voxels in all, as the polarity rule sees.</summary>
    private const int HalfWindow = 80;

    private SynapseView? _view;
    private bool _missing;

    /// <summary>Dataset of the synapse.</summary>
    [Parameter]
    public int DatasetId { get; set; }

    /// <summary>bboxN_Var1.</summary>
    [Parameter]
    public string FullId { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private SynapseCatalogue Catalogue { get; init; } = default!;

    [Inject]
    private PolarityDecisions Decisions { get; init; } = default!;

    [Inject]
    private IAuthorizationService Authorization { get; init; } = default!;

    [Inject]
    private NavigationManager Navigation { get; init; } = default!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _view = await Catalogue.FindAsync(DatasetId, FullId);
        _missing = _view is null;
    }

    private static string Place(SynapseView view)
    {
        var (c, size) = (view.Synapse.Center, view.Settings.VoxelSizeNm);
        return FormattableString.Invariant(
            $"Cleft centre z {c.Z}, y {c.Y}, x {c.X} voxel · voxel size {size.Z:0.##} × {size.Y:0.##} × {size.X:0.##} nm (z, y, x)");
    }

    private static IReadOnlyList<Crumb> CrumbsOf(SynapseView view) =>
    [
        new Crumb("Datasets", "datasets"),
        new Crumb(view.Dataset.Name, $"datasets/{view.Dataset.Id}"),
        new Crumb(view.BoundingBox.Name, $"datasets/{view.Dataset.Id}?bbox={Uri.EscapeDataString(view.BoundingBox.Name)}"),
    ];

    // The side is part of the address, so that a decision makes the viewer fetch the new masks.
    private string WindowUrl(SynapseView view) =>
        $"api/datasets/{DatasetId}/synapses/{Uri.EscapeDataString(view.Synapse.FullId)}/window?half={HalfWindow}&side={view.PresynapticSide}";

    private string Href(SynapseInspection synapse) => $"datasets/{DatasetId}/synapses/{Uri.EscapeDataString(synapse.FullId)}";

    private void Step(int step)
    {
        if (_view is { } view)
        {
            Navigation.NavigateTo(Href(view.Neighbour(step)));
        }
    }

    private async Task DecideAsync(int? side)
    {
        var user = (await Authentication).User;
        if ((await Authorization.AuthorizeAsync(user, Policies.Edit)).Succeeded)
        {
            await Decisions.DecideAsync(DatasetId, FullId, side, user.Identity!.Name!);
            _view = await Catalogue.FindAsync(DatasetId, FullId);
        }
    }
}
