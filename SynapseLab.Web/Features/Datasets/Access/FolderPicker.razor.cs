using Microsoft.AspNetCore.Components;
using SynapseLab.Engine;

namespace SynapseLab.Web.Features.Datasets.Access;

/// <summary>Walks the folders below the allowed roots; the folder that is open is the chosen one.</summary>
public sealed partial class FolderPicker
{
    private string _at = "";
    private IReadOnlyList<string> _folders = [];

    /// <summary>The chosen folder, absolute; empty at the list of roots.</summary>
    [Parameter]
    public string Path { get; set; } = "";

    /// <summary>Another folder was chosen.</summary>
    [Parameter]
    public EventCallback<string> PathChanged { get; set; }

    [Inject]
    private DataRoots Roots { get; init; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => _folders = Roots.All;

    private Task OpenAsync(string folder) => ShowAsync(System.IO.Path.Combine(_at, folder));

    private Task Up() => ShowAsync(Roots.All.Contains(_at) ? "" : System.IO.Path.GetDirectoryName(_at) ?? "");

    private async Task ShowAsync(string path)
    {
        try
        {
            _folders = path.Length == 0 ? Roots.All : Roots.Folders(path);
            _at = path;
        }
        catch (EngineException)
        {
            // The folder went away between listing and opening: the roots are still there.
            _folders = Roots.All;
            _at = "";
        }

        await PathChanged.InvokeAsync(_at);
    }
}
