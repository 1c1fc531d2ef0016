namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>An open file, dataset, attribute, type or dataspace of HDF5, closed by <see cref="Dispose"/>.</summary>
internal readonly struct Hdf5Object : IDisposable
{
    private readonly Func<long, int> _close;
    private readonly string _path;

    private Hdf5Object(long id, string path, Func<long, int> close)
    {
        Id = id;
        _path = path;
        _close = close;
    }

    /// <summary>The hid_t.</summary>
    internal long Id { get; }

    /// <summary>Takes ownership of what a function returned.</summary>
    /// <param name="id">Negative when it failed.</param>
    /// <param name="path">File it belongs to, for messages.</param>
    /// <param name="doing">What was being done, for messages, e.g. "open the file".</param>
    /// <param name="close">HDF5's function that closes it.</param>
    /// <exception cref="Hdf5Exception">The id is negative.</exception>
    internal static Hdf5Object Own(long id, string path, string doing, Func<long, int> close)
    {
        Require(id, path, doing);
        return new Hdf5Object(id, path, close);
    }

    /// <summary>Throws for a negative status or id.</summary>
    internal static void Require(long status, string path, string doing)
    {
        if (status < 0)
        {
            throw new Hdf5Exception($"HDF5 could not {doing} {path} ({Hdf5Library.LastError()}).");
        }
    }

    /// <summary>Closes now and throws when that fails: a file's last bytes are written here.</summary>
    internal void Close() => Require(_close(Id), _path, "finish");

    /// <inheritdoc />
    public void Dispose() => _ = _close(Id);
}
