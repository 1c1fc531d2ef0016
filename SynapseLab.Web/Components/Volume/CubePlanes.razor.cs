using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SynapseLab.Web.Components.Volume;

/// <summary>
/// Three planes of one or several cubes: a row a cube, first all channels together, then each channel alone. The cubes travel
/// as bytes (<see cref="CubeBytes"/>) from <see cref="Url"/> to the canvases.
/// </summary>
public sealed partial class CubePlanes : IAsyncDisposable
{
    private static readonly string[] s_planes = ["xy", "zy", "xz"];

    private readonly CancellationTokenSource _end = new();
    private ElementReference _element;
    private IJSObjectReference? _module;
    private IJSObjectReference? _planes;
    private string? _shownUrl;

    /// <summary>Where the cubes' bytes are.</summary>
    [Parameter]
    [EditorRequired]
    public required string Url { get; set; }

    /// <summary>Channel recipe, e.g. "raw+pre+cleft".</summary>
    [Parameter]
    [EditorRequired]
    public required string Recipe { get; set; }

    /// <summary>What each cube is called, one row each.</summary>
    [Parameter]
    public IReadOnlyList<string> Rows { get; set; } = ["Cube"];

    /// <summary>Headings of the column groups; the first shows all channels together, the following one channel each.</summary>
    [Parameter]
    public IReadOnlyList<string> ColumnGroups { get; set; } = ["All channels"];

    /// <summary>Whether a slider moves through the slices; the wheel always does.</summary>
    [Parameter]
    public bool ShowSlider { get; set; } = true;

    /// <summary>What the whole shows, for screen readers.</summary>
    [Parameter]
    public string Label { get; set; } = "Planes of the cube";

    [Inject]
    private IJSRuntime Js { get; init; } = default!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        try
        {
            if (_planes is not null)
            {
                await _planes.InvokeVoidAsync("dispose");
                await _planes.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its canvases with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Url == _shownUrl)
        {
            return;
        }

        _shownUrl = Url;
        var options = new { url = Url, recipe = Recipe };
        if (_planes is not null)
        {
            await _planes.InvokeVoidAsync("update", _end.Token, options);
        }
        else if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", _end.Token, "./assets/Components/Volume/CubePlanes.js");
            _planes = await _module.InvokeAsync<IJSObjectReference>("create", _end.Token, _element, options);
        }
    }
}
