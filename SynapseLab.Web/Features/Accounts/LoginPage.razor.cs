using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Accounts;

/// <summary>Signs in by name and password. A plain HTML form: it needs no circuit.</summary>
public sealed partial class LoginPage
{
    private string? _problem;

    /// <summary>Where the visitor wanted to go.</summary>
    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    private Entry Input { get; set; } = null!;

    [Inject]
    private SignInManager<Account> SignIn { get; init; } = null!;

    [Inject]
    private FirstAdministrator First { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (await First.IsMissingAsync())
        {
            Navigation.NavigateTo("account/setup");
        }
    }

    private async Task SignInAsync()
    {
        SignInResult result = await SignIn.PasswordSignInAsync(Input.UserName.Trim(), Input.Password, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
            return;
        }

        _problem = result switch
        {
            { IsLockedOut: true } => "Too many wrong passwords; this account is locked for 5 minutes.",
            { IsNotAllowed: true } => "This account is disabled; ask an administrator.",
            _ => "User name or password is wrong.",
        };
    }

    private sealed class Entry
    {
        [Required(ErrorMessage = "Enter your user name.")]
        public string UserName { get; set; } = "";

        [Required(ErrorMessage = "Enter your password.")]
        public string Password { get; set; } = "";
    }
}
