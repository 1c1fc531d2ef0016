using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;
using SynapseLab.Web.Data;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Web.Features.Runs.Parts;

/// <summary>Deletes a run after its name was typed.</summary>
public sealed partial class RunDeletion
{
    private string _name = "";
    private string? _problem;

    /// <summary>The run.</summary>
    [Parameter, EditorRequired]
    public required Run Run { get; set; }

    /// <summary>The run is gone.</summary>
    [Parameter]
    public EventCallback OnDeleted { get; set; }

    [Inject]
    private RunRemoval Removal { get; init; } = null!;

    private async Task DeleteAsync()
    {
        try
        {
            Removal.Delete(Run.Id);
            await OnDeleted.InvokeAsync();
        }
        catch (EngineException e)
        {
            _problem = e.Message;
        }
    }
}
