namespace SynapseLab.Web.Hosting;

/// <summary>What an account may do. Each role may do what the one below may.</summary>
internal static class Roles
{
    /// <summary>Makes accounts and sets roles.</summary>
    internal const string Admin = "admin";

    /// <summary>Adds datasets, prepares cubes, launches runs.</summary>
    internal const string Member = "member";

    /// <summary>Looks and downloads.</summary>
    internal const string Viewer = "viewer";

    /// <summary>All roles, most powerful first.</summary>
    internal static IReadOnlyList<string> All { get; } = [Admin, Member, Viewer];
}

/// <summary>Names of the authorization policies.</summary>
internal static class Policies
{
    /// <summary>Changes to datasets, cubes and runs: admin or member.</summary>
    internal const string Edit = "edit";

    /// <summary>Accounts: admin.</summary>
    internal const string Administer = "administer";
}
