using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SynapseLab.Web.Data;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Accounts;

/// <summary>Makes the administrator account of a fresh installation, once.</summary>
internal sealed class FirstAdministrator(LabDatabase database, UserManager<Account> accounts, TimeProvider clock)
{
    /// <summary>What is said to a visitor who came second.</summary>
    internal const string AlreadyThere = "The administrator account exists already; sign in, or ask the administrator for an account.";

    /// <summary>Whether nobody has an account yet.</summary>
    internal async Task<bool> IsMissingAsync() => !await database.Users.AnyAsync();

    /// <summary>
    /// Makes the account unless any account exists. Looking and making are one SQLite write transaction, so that of two
    /// visitors at the same moment one becomes administrator and the other is told so.
    /// </summary>
    /// <returns>The account, or the reasons why not.</returns>
    internal async Task<(Account? Account, IReadOnlyList<string> Problems)> CreateAsync(string userName, string password)
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        if (!await IsMissingAsync())
        {
            return (null, [AlreadyThere]);
        }

        var account = new Account { UserName = userName.Trim(), CreatedAt = clock.GetUtcNow() };
        IdentityResult result = await accounts.CreateAsync(account, password);
        if (result.Succeeded)
        {
            result = await accounts.AddToRoleAsync(account, Roles.Admin);
        }

        if (!result.Succeeded)
        {
            return (null, [.. result.Errors.Select(error => error.Description)]);
        }

        await transaction.CommitAsync();
        return (account, []);
    }
}
