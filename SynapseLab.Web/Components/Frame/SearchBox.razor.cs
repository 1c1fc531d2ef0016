using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace SynapseLab.Web.Components.Frame;

/// <summary>Ctrl K: goes to a dataset, synapse, run or page by its name.</summary>
public sealed partial class SearchBox : IAsyncDisposable
{
    private DotNetObjectReference<SearchBox>? _self;
    private IJSObjectReference? _shortcut;
    private ElementReference _input;
    private IReadOnlyList<SearchHit> _hits = [];
    private string _text = "";
    private int _at;
    private bool _isOpen;
    private bool _takesFocus;

    [Inject]
    private SearchIndex Index { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private IJSRuntime Js { get; init; } = null!;

    /// <summary>Opens the box; the browser calls it on Ctrl K.</summary>
    [JSInvokable]
    public async Task Open()
    {
        _isOpen = true;
        _takesFocus = true;
        _text = "";
        await ShowHitsAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_shortcut is not null)
        {
            try
            {
                await _shortcut.InvokeVoidAsync("dispose");
                await _shortcut.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The page is gone, and its listener with it.
            }
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./assets/Components/Frame/SearchBox.js");
            _shortcut = await module.InvokeAsync<IJSObjectReference>("create", _self);
        }

        if (_takesFocus)
        {
            _takesFocus = false;
            await _input.FocusAsync();
        }
    }

    private Task SearchAsync(ChangeEventArgs change)
    {
        _text = change.Value?.ToString() ?? "";
        return ShowHitsAsync();
    }

    private async Task ShowHitsAsync()
    {
        _hits = await Index.FindAsync(_text);
        _at = 0;
        StateHasChanged();
    }

    private void OnKey(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _hits.Count > 0:
                _at = (_at + 1) % _hits.Count;
                break;
            case "ArrowUp" when _hits.Count > 0:
                _at = (_at + _hits.Count - 1) % _hits.Count;
                break;
            case "Enter" when _hits.Count > 0:
                Close();
                Navigation.NavigateTo(_hits[_at].Href);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private void Close() => _isOpen = false;
}
