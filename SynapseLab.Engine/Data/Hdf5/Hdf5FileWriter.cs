namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>
/// A file that is created, filled piece by piece and closed: <see cref="Close"/> tells of a full disk, <see cref="Dispose"/> without it
/// gives the file up.
/// </summary>
internal abstract class Hdf5FileWriter : IDisposable
{
    private bool _isOpen = true;

    /// <summary>Creates the file.</summary>
    /// <param name="path">Temporary name; see <see cref="WholeFile"/>.</param>
    protected Hdf5FileWriter(string path)
    {
        using (Hdf5Library.Enter())
        {
            File = Hdf5File.Create(path);
        }
    }

    /// <summary>The file; used under the library's lock.</summary>
    protected Hdf5File File { get; }

    /// <summary>Writes what is left and closes.</summary>
    internal void Close()
    {
        using (Hdf5Library.Enter())
        {
            _isOpen = false;
            CloseParts();
            File.Close();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        using (Hdf5Library.Enter())
        {
            if (_isOpen)
            {
                _isOpen = false;
                CloseParts();
                File.Dispose();
            }
        }
    }

    /// <summary>Closes what a subclass holds open inside the file.</summary>
    protected virtual void CloseParts()
    {
    }
}
