using System.Security.Claims;
using SynapseLab.Web.Features.Runs;

namespace SynapseLab.Tests.Web.Runs;

public sealed class RunPermissionTests
{
    [Theory]
    [InlineData("anna", "member", true)]
    [InlineData("ben", "member", false)]
    [InlineData("carl", "admin", true)]
    [InlineData("anna", "viewer", false)]
    public void MayChange_RunOfAnna_OwnersWhoAreMembersAndAdministrators(string name, string role, bool expected) =>
        Assert.Equal(expected, RunPermissions.MayChange(Person(name, role), "anna"));

    private static ClaimsPrincipal Person(string name, string role) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, role)], "test"));
}
