namespace SynapseLab.Web.Features.Accounts;

/// <summary>Keeps a return address on this server: a link that someone sent must not lead away after signing in.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of ours, else the start page.</summary>
    internal static string Of(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : "/";
}
