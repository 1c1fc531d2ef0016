using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Accounts;

/// <summary>A person changes the own password.</summary>
public sealed partial class PasswordPage
{
    private IReadOnlyList<string> _problems = [];
    private bool _isDone;

    [SupplyParameterFromForm]
    private Entry Input { get; set; } = null!;

    [Inject]
    private UserManager<Account> Accounts { get; init; } = null!;

    [Inject]
    private SignInManager<Account> SignIn { get; init; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => Input ??= new();

    private async Task ChangeAsync()
    {
        Account? account = await Accounts.GetUserAsync(HttpContext.User);
        if (account is null)
        {
            _problems = ["Your account is gone; sign in again."];
            return;
        }

        IdentityResult result = await Accounts.ChangePasswordAsync(account, Input.Present, Input.Wanted);
        _problems = [.. result.Errors.Select(error => error.Description)];
        if (result.Succeeded)
        {
            await SignIn.RefreshSignInAsync(account);
            _isDone = true;
        }
    }

    private sealed class Entry
    {
        [Required(ErrorMessage = "Enter your present password.")]
        public string Present { get; set; } = "";

        [Required(ErrorMessage = "Enter a new password.")]
        public string Wanted { get; set; } = "";
    }
}
