using Microsoft.AspNetCore.Components.Authorization;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Components;

/// <summary>Who looks at the page, and what that person may do.</summary>
internal readonly record struct SignedIn(string Name, bool MayEdit)
{
    /// <summary>The person of a page.</summary>
    internal static async Task<SignedIn> OfAsync(Task<AuthenticationState> state)
    {
        var user = (await state).User;
        return new(user.Identity?.Name ?? "", user.IsInRole(Roles.Admin) || user.IsInRole(Roles.Member));
    }
}
