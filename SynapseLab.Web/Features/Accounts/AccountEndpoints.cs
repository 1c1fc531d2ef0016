using Microsoft.AspNetCore.Identity;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Accounts;

/// <summary>Endpoints of the account menu.</summary>
internal static class AccountEndpoints
{
    internal static void MapAccountEndpoints(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/account/logout", async (SignInManager<Account> signIn, [Microsoft.AspNetCore.Mvc.FromForm] string? from) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/account/login");
        });
}
