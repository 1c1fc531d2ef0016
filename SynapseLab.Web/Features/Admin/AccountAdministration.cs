using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Admin;

/// <summary>One account as the admin page lists it.</summary>
internal sealed record AccountRow(string Id, string UserName, string Role, bool IsDisabled, DateTimeOffset CreatedAt);

/// <summary>
/// What an administrator does with accounts. Each act takes services of its own: a circuit lives for hours, a database context
/// should not. Problems come back as sentences; none means done.
/// </summary>
internal sealed class AccountAdministration(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string LastAdministrator = "This is the only administrator; make another account administrator first.";

    internal Task<IReadOnlyList<AccountRow>> ListAsync() => WithAsync<IReadOnlyList<AccountRow>>(async (accounts, database) =>
    {
        var roles = await (from link in database.UserRoles join role in database.Roles on link.RoleId equals role.Id select new { link.UserId, role.Name })
            .ToDictionaryAsync(link => link.UserId, link => link.Name!);
        return
        [
            .. (await accounts.Users.OrderBy(account => account.NormalizedUserName).ToListAsync())
                .Select(account => new AccountRow(account.Id, account.UserName!, roles.GetValueOrDefault(account.Id, Roles.Viewer), account.IsDisabled, account.CreatedAt)),
        ];
    });

    internal Task<IReadOnlyList<string>> AddAsync(string userName, string password, string role) => WithAsync(async (accounts, database) =>
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        var account = new Account { UserName = userName.Trim(), CreatedAt = clock.GetUtcNow() };
        IdentityResult result = await accounts.CreateAsync(account, password);
        if (result.Succeeded)
        {
            result = await accounts.AddToRoleAsync(account, role);
        }

        if (result.Succeeded)
        {
            await transaction.CommitAsync();
        }

        return Problems(result);
    });

    internal Task<IReadOnlyList<string>> SetRoleAsync(string id, string role) => ChangeAsync(id, takesAdministrator: role != Roles.Admin, async (accounts, account) =>
    {
        await accounts.RemoveFromRolesAsync(account, await accounts.GetRolesAsync(account));
        IdentityResult result = await accounts.AddToRoleAsync(account, role);
        await accounts.UpdateSecurityStampAsync(account);
        return result;
    });

    internal Task<IReadOnlyList<string>> SetDisabledAsync(string id, bool isDisabled) => ChangeAsync(id, takesAdministrator: isDisabled, (accounts, account) =>
    {
        account.IsDisabled = isDisabled;
        return accounts.UpdateSecurityStampAsync(account);
    });

    internal Task<IReadOnlyList<string>> SetPasswordAsync(string id, string password) => ChangeAsync(id, takesAdministrator: false, async (accounts, account) =>
    {
        IdentityResult result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (result.Succeeded)
        {
            await accounts.SetLockoutEndDateAsync(account, null);
        }

        return result;
    });

    private Task<IReadOnlyList<string>> ChangeAsync(string id, bool takesAdministrator, Func<UserManager<Account>, Account, Task<IdentityResult>> change) =>
        WithAsync(async (accounts, database) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            if (await accounts.FindByIdAsync(id) is not { } account)
            {
                return ["This account is gone; reload the page."];
            }

            if (takesAdministrator && await accounts.IsInRoleAsync(account, Roles.Admin)
                && (await accounts.GetUsersInRoleAsync(Roles.Admin)).Count(other => !other.IsDisabled && other.Id != id) == 0)
            {
                return [LastAdministrator];
            }

            IdentityResult result = await change(accounts, account);
            if (result.Succeeded)
            {
                await transaction.CommitAsync();
            }

            return Problems(result);
        });

    private async Task<T> WithAsync<T>(Func<UserManager<Account>, LabDatabase, Task<T>> act)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<LabDatabase>());
    }

    private static IReadOnlyList<string> Problems(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];
}
