using System.Security.Claims;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Runs;

/// <summary>Who may change which run: its owner while still a member, and administrators.</summary>
internal static class RunPermissions
{
    /// <summary>Whether the person may cancel, resume, reorder, evaluate or delete a run of <paramref name="owner"/>.</summary>
    internal static bool MayChange(ClaimsPrincipal person, string owner) =>
        person.IsInRole(Roles.Admin) || (person.IsInRole(Roles.Member) && person.Identity?.Name == owner);

    /// <summary>Whether the person may launch runs.</summary>
    internal static bool MayLaunch(ClaimsPrincipal person) => person.IsInRole(Roles.Admin) || person.IsInRole(Roles.Member);
}
