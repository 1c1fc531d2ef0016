using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Web.Components;

namespace SynapseLab.Web.Features.Home;

/// <summary>What runs, what waits, what of mine ended, and the next sensible step.</summary>
public sealed partial class HomePage
{
    private Overview? _overview;
    private SignedIn _me;

    [Inject]
    private OverviewReader Reader { get; init; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _me = await SignedIn.OfAsync(Authentication);
        await LoadAsync();
    }

    private async Task LoadAsync() => _overview = await Reader.ReadAsync(_me.Name);
}
