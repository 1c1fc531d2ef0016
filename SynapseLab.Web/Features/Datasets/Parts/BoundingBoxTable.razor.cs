using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Engine.Data;
using SynapseLab.Web.Components;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Datasets.Parts;

/// <summary>The bounding boxes of a dataset with their sizes, counts and editable code tables.</summary>
public sealed partial class BoundingBoxTable
{
    private string? _edited;

    /// <summary>The dataset.</summary>
    [Parameter, EditorRequired]
    public required Dataset Dataset { get; set; }

    /// <summary>Its report.</summary>
    [Parameter, EditorRequired]
    public required InspectionReport Report { get; set; }

    /// <summary>Whether this person may change codes.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    /// <summary>Codes were saved; the dataset should be inspected again.</summary>
    [Parameter]
    public EventCallback OnCodesSaved { get; set; }

    [Inject]
    private DatasetCodes Codes { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    private static string VoxelSize(VoxelSizeNm size) =>
        string.Create(CultureInfo.InvariantCulture, $"{size.Z:0.##} × {size.Y:0.##} × {size.X:0.##}");

    private static string CodesText(StructureCodes codes) =>
        $"vesicle {codes.Vesicle}, cleft {string.Join(" and ", codes.Cleft.Distinct())}"
        + (codes.Mitochondria is { } mitochondria ? $", mitochondria {mitochondria}" : "");

    private async Task SaveAsync(BoundingBoxSettings settings)
    {
        await Codes.SaveAsync(Dataset.Id, _edited!, settings, (await SignedIn.OfAsync(Authentication)).Name);
        _edited = null;
        await OnCodesSaved.InvokeAsync();
    }
}
