using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SynapseLab.Engine.Data;

namespace SynapseLab.Web.Components.Volume;

/// <summary>
/// Three orthogonal planes of the window around a synapse, with overlays. The voxels travel as bytes
/// (<see cref="VolumeBytes"/>) straight from <see cref="Url"/> to the canvas, never through the circuit.
/// </summary>
public sealed partial class SliceViewer : IAsyncDisposable
{
    private static readonly (string Name, string Label)[] s_layers =
    [
        ("segments", "Segmentation"),
        ("vesicle", "Vesicle cloud"),
        ("cleft", "Cleft"),
        ("presynaptic", "Presynaptic"),
        ("postsynaptic", "Postsynaptic"),
        ("mitochondria", "Mitochondria"),
    ];

    private readonly CancellationTokenSource _end = new();
    private ElementReference _element;
    private DotNetObjectReference<SliceViewer>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _viewer;
    private string? _shownUrl;

    /// <summary>Where the window's bytes are.</summary>
    [Parameter]
    [EditorRequired]
    public required string Url { get; set; }

    /// <summary>Voxel size of the volume.</summary>
    [Parameter]
    [EditorRequired]
    public required VoxelSizeNm VoxelSizeNm { get; set; }

    /// <summary>Called with −1 or 1 when the person asks for the previous or next synapse.</summary>
    [Parameter]
    public EventCallback<int> OnStepSynapse { get; set; }

    [Inject]
    private IJSRuntime Js { get; init; } = default!;

    /// <summary>Called by the browser on <c>[</c> and <c>]</c>.</summary>
    [JSInvokable]
    public Task StepSynapse(int step) => InvokeAsync(() => OnStepSynapse.InvokeAsync(step));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        _self?.Dispose();
        try
        {
            if (_viewer is not null)
            {
                await _viewer.InvokeVoidAsync("dispose");
                await _viewer.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its canvas with it.
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
        var options = new { url = Url, spacingNm = new[] { VoxelSizeNm.Z, VoxelSizeNm.Y, VoxelSizeNm.X } };
        if (_viewer is not null)
        {
            await _viewer.InvokeVoidAsync("update", _end.Token, options);
        }
        else if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", _end.Token, "./assets/Components/Volume/SliceViewer.js");
            _viewer = await _module.InvokeAsync<IJSObjectReference>("create", _end.Token, _element, options, _self);
        }
    }
}
