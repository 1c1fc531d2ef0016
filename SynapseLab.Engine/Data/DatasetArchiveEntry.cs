using System.IO.Compression;

namespace SynapseLab.Engine.Data;

/// <summary>Judges the names in a zip.</summary>
internal static class DatasetArchiveEntry
{
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymbolicLink = 0xA000;

    /// <summary>Whether an entry is a file to unpack: no folder, no dot file, nothing of macOS's rubbish.</summary>
    internal static bool IsWanted(ZipArchiveEntry entry)
    {
        string[] parts = Parts(entry);
        return parts[^1].Length > 0 && !parts.Contains("__MACOSX") && (!parts[^1].StartsWith('.') || parts[^1] == "..");
    }

    /// <summary>Refuses a name that would leave the folder, and symbolic links.</summary>
    /// <exception cref="EngineException">Names the entry.</exception>
    internal static void RequireSafe(ZipArchiveEntry entry)
    {
        bool isLink = ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixSymbolicLink;
        string[] parts = Parts(entry);
        if (isLink || parts.Any(part => part is "" or "." or "..") || entry.FullName.Contains(':') || entry.FullName.Contains('\0'))
        {
            string why = isLink ? "is a symbolic link" : "has a path that leads out of the dataset's folder";
            throw new EngineException($"The zip is refused: its entry \"{entry.FullName}\" {why}; pack plain files with relative paths.");
        }
    }

    /// <summary>The relative path to unpack to; zips of old Windows tools separate with backslashes.</summary>
    internal static string SafeName(ZipArchiveEntry entry) => Path.Combine(Parts(entry));

    private static string[] Parts(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').Split('/');
}
