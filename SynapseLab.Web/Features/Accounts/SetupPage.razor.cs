using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SynapseLab.Web.Data;

namespace SynapseLab.Web.Features.Accounts;

/// <summary>The first visitor's page; leads to signing in as soon as an account exists.</summary>
public sealed partial class SetupPage
{
    private IReadOnlyList<string> _problems = [];

    [SupplyParameterFromForm]
    private Entry Input { get; set; } = null!;

    [Inject]
    private FirstAdministrator First { get; init; } = null!;

    [Inject]
    private SignInManager<Account> SignIn { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (HttpMethods.IsGet(HttpContext.Request.Method) && !await First.IsMissingAsync())
        {
            Navigation.NavigateTo("account/login");
        }
    }

    private async Task CreateAsync()
    {
        (Account? account, _problems) = await First.CreateAsync(Input.UserName, Input.Password);
        if (account is not null)
        {
            await SignIn.SignInAsync(account, isPersistent: true);
            Navigation.NavigateTo("/");
        }
    }

    private sealed class Entry
    {
        [Required(ErrorMessage = "Enter a user name.")]
        public string UserName { get; set; } = "";

        [Required(ErrorMessage = "Enter a password.")]
        public string Password { get; set; } = "";

        [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
        public string Repeat { get; set; } = "";
    }
}
