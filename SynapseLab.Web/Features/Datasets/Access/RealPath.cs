namespace SynapseLab.Web.Features.Datasets.Access;

/// <summary>Where a path leads when every symbolic link in it is followed.</summary>
internal static class RealPath
{
    // Linux gives up after 40 links as well.
    private const int MostLinks = 40;

    /// <summary>The real path; parts that do not exist are kept as they are. Null after more than 40 links: probably a circle.</summary>
    /// <param name="path">Absolute, without "..".</param>
    internal static string? Of(string path)
    {
        string real = "/";
        int links = 0;
        var rest = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (rest.TryPop(out string? part))
        {
            string next = Path.Combine(real, part);
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            string followed = Path.GetFullPath(target, real);
            real = "/";
            foreach (string piece in followed.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
            {
                rest.Push(piece);
            }
        }

        return real;
    }
}
