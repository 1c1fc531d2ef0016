using System.Security.Cryptography;
using System.Text;
using SynapseLab.Engine.Data.Cubes;
using SynapseLab.Engine.Data.Hdf5;

namespace SynapseLab.Engine.Data;

/// <summary>What a store of cubes and one of volumes do alike: open the files of a folder together, and know when they change.</summary>
internal static class StoreFiles
{
    /// <summary>Opens all files, or none.</summary>
    /// <param name="paths">In the order of the answer.</param>
    /// <param name="open">Opens one.</param>
    /// <param name="content">What is to be prepared again when one cannot be opened, e.g. "cubes".</param>
    /// <param name="check">Gets the first file and each other one; throws when they do not belong together.</param>
    /// <exception cref="EngineException">One cannot be opened, or the check fails.</exception>
    internal static IReadOnlyList<T> OpenAll<T>(IEnumerable<string> paths, Func<string, T> open, string content, Action<T, T>? check = null)
        where T : IDisposable
    {
        var files = new List<T>();
        try
        {
            foreach (string path in paths)
            {
                files.Add(open(path));
                check?.Invoke(files[0], files[^1]);
            }

            return files;
        }
        catch (Exception error)
        {
            files.ForEach(file => file.Dispose());
            if (error is Hdf5Exception)
            {
                throw new EngineException($"{error.Message} Check the file's permissions, or prepare the {content} again.", error);
            }

            throw;
        }
    }

    /// <summary>64 hexadecimal digits; changes when a file's source fingerprint does, or a file comes or goes.</summary>
    internal static string Fingerprint(IEnumerable<CubeFileHeader> headers)
    {
        string identity = string.Join('\n', headers.Select(header => $"{header.BoundingBox} {header.SourceFingerprint}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }
}
