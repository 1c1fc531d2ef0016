using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components;

namespace SynapseLab.Web.Features.Datasets.Synapses;

/// <summary>One synapse in the slice viewer, with its polarity.</summary>
public sealed partial class SynapsePage
{
    private SynapseView? _view;
    private SignedIn _me;
    private bool _isMissing;

    /// <summary>Key of the dataset.</summary>
    [Parameter]
    public int Id { get; set; }

    /// <summary>bboxN_Var1.</summary>
    [Parameter]
    public string FullId { get; set; } = "";

    /// <summary>Half the window's edge in voxels.</summary>
    [SupplyParameterFromQuery]
    public int? Half { get; set; }

    [Inject]
    private SynapseFinder Finder { get; init; } = null!;

    [Inject]
    private PolarityDecisions Decisions { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    private int HalfSize => Half is { } half && CubeWindow.Halves.Contains(half) ? half : CubeWindow.DefaultHalf;

    // The side is part of the address, so that another decision draws the overlays anew.
    private string WindowUrl => $"/api/datasets/{Id}/synapses/{Uri.EscapeDataString(FullId)}/window?half={HalfSize}&side={_view!.Side}";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _me = await SignedIn.OfAsync(Authentication);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _view = await Finder.FindAsync(Id, FullId);
        _isMissing = _view is null;
    }

    private void Step(int step)
    {
        if ((step < 0 ? _view?.Previous : _view?.Next) is { } target)
        {
            Navigation.NavigateTo($"datasets/{Id}/synapses/{Uri.EscapeDataString(target)}{(Half is null ? "" : $"?half={HalfSize}")}");
        }
    }

    private void ChangeWindow(ChangeEventArgs change) => Navigation.NavigateTo(
        Navigation.GetUriWithQueryParameter("half", int.Parse((string)change.Value!, CultureInfo.InvariantCulture)), replace: true);

    private async Task DecideAsync(int? side)
    {
        await Decisions.DecideAsync(Id, FullId, side, _me.Name);
        await LoadAsync();
    }

    private static string Place(Voxel voxel) => string.Create(CultureInfo.InvariantCulture, $"{voxel.Z}, {voxel.Y}, {voxel.X} voxels");
}
