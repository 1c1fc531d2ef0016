using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SynapseLab.Web.Components.Frame;

/// <summary>Switches between light and dark; the choice is kept in a cookie, so that the next page is drawn in it at once.</summary>
public sealed partial class ThemeToggle
{
    /// <summary>Name of the cookie: "light" or "dark"; without it the system decides.</summary>
    internal const string Cookie = "synapselab.theme";


    [Inject]
    private IJSRuntime Js { get; init; } = null!;

    private async Task ToggleAsync()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./assets/Components/Frame/ThemeToggle.js");
        await module.InvokeVoidAsync("toggle", Cookie);
    }
}
