using Microsoft.AspNetCore.Components;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Admin;

/// <summary>Accounts: make, give a role, set a password, disable.</summary>
public sealed partial class AdminPage
{
    private IReadOnlyList<AccountRow>? _accounts;
    private IReadOnlyList<string> _problems = [];
    private string? _done;
    private string? _reset;
    private string _newPassword = "";
    private string _name = "";
    private string _password = "";
    private string _role = Roles.Member;

    [Inject]
    private AccountAdministration Administration { get; init; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => _accounts = await Administration.ListAsync();

    private async Task<bool> ActAsync(Task<IReadOnlyList<string>> act, string done)
    {
        _problems = await act;
        _done = _problems.Count == 0 ? done : null;
        _accounts = await Administration.ListAsync();
        return _problems.Count == 0;
    }

    private Task SetRoleAsync(AccountRow account, string role) =>
        ActAsync(Administration.SetRoleAsync(account.Id, role), $"{account.UserName} has the role {role}; its open pages are told within a minute.");

    private Task ToggleAsync(AccountRow account) =>
        ActAsync(Administration.SetDisabledAsync(account.Id, !account.IsDisabled), $"{account.UserName} is now {(account.IsDisabled ? "active" : "disabled")}.");

    private async Task SetPasswordAsync(AccountRow account)
    {
        if (await ActAsync(Administration.SetPasswordAsync(account.Id, _newPassword), $"{account.UserName} has a new password."))
        {
            _reset = null;
        }

        _newPassword = "";
    }

    private async Task AddAsync()
    {
        if (await ActAsync(Administration.AddAsync(_name, _password, _role), $"The account {_name.Trim()} was made."))
        {
            _name = "";
        }

        _password = "";
    }
}
