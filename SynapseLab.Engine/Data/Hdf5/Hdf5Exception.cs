using System.Globalization;
using System.Text.RegularExpressions;

namespace SynapseLab.Engine.Data.Hdf5;

/// <summary>
/// HDF5 could not do something with a file; the message names the file and HDF5's own reason. Where the reason is the
/// system's, which HDF5 tells in words ("file write failed: … errno = 28, error message = 'No space left on device' …"),
/// the inner exception is the <see cref="IOException"/> that .NET would have thrown.
/// </summary>
internal sealed partial class Hdf5Exception(string message) : EngineException(message, SystemError(message))
{
    private static IOException? SystemError(string message) =>
        ErrorNumber().Match(message) is { Success: true } match ? new IOException(message, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"errno = (\d{1,5}),")]
    private static partial Regex ErrorNumber();
}
