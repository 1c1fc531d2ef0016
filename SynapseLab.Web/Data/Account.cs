using Microsoft.AspNetCore.Identity;

namespace SynapseLab.Web.Data;

/// <summary>A person who may sign in. The user name is what pages show as "who".</summary>
public sealed class Account : IdentityUser
{
    /// <summary>When the account was made.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Whether an administrator has shut the account; its sessions end within a minute.</summary>
    public bool IsDisabled { get; set; }
}
