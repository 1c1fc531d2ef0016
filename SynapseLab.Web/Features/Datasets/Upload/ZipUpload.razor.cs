using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using SynapseLab.Engine;

namespace SynapseLab.Web.Features.Datasets.Upload;

/// <summary>Sends a zip to the server by HTTP with progress; the bytes never go through the circuit.</summary>
public sealed partial class ZipUpload : IAsyncDisposable
{
    private ElementReference _element;
    private DotNetObjectReference<ZipUpload>? _self;
    private IJSObjectReference? _upload;

    [Inject]
    private IJSRuntime Js { get; init; } = null!;

    [Inject]
    private DatasetCatalog Catalog { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private AntiforgeryStateProvider Antiforgery { get; init; } = null!;

    /// <summary>The server has the archive; called by the browser.</summary>
    [JSInvokable]
    public void Uploaded(int datasetId) => Navigation.NavigateTo($"datasets/{datasetId}");

    /// <summary>What is wrong with a name, said before gigabytes are sent; null when nothing is. Called by the browser.</summary>
    [JSInvokable]
    public async Task<string?> ProblemOf(string name)
    {
        try
        {
            await Catalog.RequireFreeAsync(name);
            return null;
        }
        catch (EngineException problem)
        {
            return problem.Message;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_upload is not null)
            {
                await _upload.InvokeVoidAsync("dispose");
                await _upload.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its request with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./assets/Features/Datasets/Upload/ZipUpload.js");
            _upload = await module.InvokeAsync<IJSObjectReference>(
                "create", _element, new { url = UploadEndpoint.Path, token = Antiforgery.GetAntiforgeryToken()?.Value }, _self);
        }
    }
}
