namespace SynapseLab.Engine.Data;

/// <summary>Prepared cubes.</summary>
public sealed class CubeStore : IDisposable
{
    /// <summary>Opens a folder of prepared cubes.</summary>
    public static CubeStore Open(string preprocDir) => throw new NotImplementedException();

    /// <summary>Edge of a cube in voxels.</summary>
    public int CubeSize { get; }

    /// <summary>Channels of a cube.</summary>
    public int ChannelCount { get; }

    /// <summary>Channel recipe.</summary>
    public string Channels { get; } = "";

    /// <summary>All cubes.</summary>
    public IReadOnlyList<CubeEntry> Entries { get; } = [];

    /// <summary>Number of cubes.</summary>
    public int Count => Entries.Count;

    /// <summary>Changes when any file changes.</summary>
    public string Fingerprint { get; } = "";

    /// <summary>Reads one cube.</summary>
    public void Read(int index, Span<float> destination) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
