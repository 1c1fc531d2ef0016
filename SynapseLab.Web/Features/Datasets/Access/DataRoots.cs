using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Datasets.Access;

/// <summary>
/// The server folders below which datasets may be registered (SynapseLab:DataRoots). A path counts by where it really is,
/// links followed, so that neither "../" nor a link leads out.
/// </summary>
internal sealed class DataRoots(IOptions<LabOptions> options, IHostEnvironment environment)
{
    private readonly string[] _roots =
        [.. options.Value.DataRoots.Select(root => RealPath.Of(Path.GetFullPath(root, environment.ContentRootPath))).OfType<string>().Where(Directory.Exists).Distinct()];

    /// <summary>The roots that exist.</summary>
    internal IReadOnlyList<string> All => _roots;

    /// <summary>The real path of a folder below a root.</summary>
    /// <exception cref="EngineException">Not below a root, or not there; the two are not told apart, so that nobody can probe the disk.</exception>
    internal string Resolve(string path)
    {
        return RealPath.Of(Path.GetFullPath(path, "/")) is { } full && IsOpen(full) && Directory.Exists(full)
            ? full
            : throw new EngineException(
                $"'{path}' is not a folder below {(_roots.Length == 0 ? "an allowed root (none is set)" : string.Join(" or ", _roots))}; "
                + "choose one there, or add its parent to SynapseLab:DataRoots in appsettings.json on the server.");
    }

    /// <summary>Folders directly inside <paramref name="path"/>, by name; links that lead out of the roots are left away.</summary>
    internal IReadOnlyList<string> Folders(string path)
    {
        string parent = Resolve(path);
        return
        [
            .. new DirectoryInfo(parent).EnumerateDirectories("*", new EnumerationOptions { IgnoreInaccessible = true })
                .Where(folder => RealPath.Of(folder.FullName) is { } real && IsOpen(real))
                .Select(folder => folder.Name)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private bool IsOpen(string real) =>
        _roots.Any(root => real == root || real.StartsWith(root.TrimEnd('/') + '/', StringComparison.Ordinal));
}
