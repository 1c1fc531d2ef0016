using Microsoft.Extensions.Options;
using SynapseLab.Engine;
using SynapseLab.Web.Components.Text;
using SynapseLab.Web.Hosting;

namespace SynapseLab.Web.Features.Datasets.Upload;

/// <summary>Writes an uploaded zip to the disk as it arrives; it is never held in memory.</summary>
internal sealed class ArchiveReceiver
{
    private const int BufferBytes = 1 << 20;

    // "PK": every zip begins so.
    private static readonly byte[] s_zipMark = "PK"u8.ToArray();

    private readonly StoragePaths _paths;
    private readonly long _limit;

    public ArchiveReceiver(StoragePaths paths, IOptions<LabOptions> options)
    {
        _paths = paths;
        _limit = options.Value.MaxUploadBytes;

        // What a killed server left half-received is of no use to anyone.
        foreach (string left in Directory.EnumerateFiles(paths.Uploads))
        {
            File.Delete(left);
        }
    }

    /// <summary>Receives the archive.</summary>
    /// <param name="body">The bytes of the zip.</param>
    /// <param name="announcedBytes">Length that the browser announced; null when it did not.</param>
    /// <param name="cancellationToken">The browser went away.</param>
    /// <returns>Path of the file below the uploads folder; whoever takes it removes it.</returns>
    /// <exception cref="EngineException">Too large, no zip, or no room on the disk. Nothing is left behind.</exception>
    internal async Task<string> ReceiveAsync(Stream body, long? announcedBytes, CancellationToken cancellationToken)
    {
        ThrowIfOver(announcedBytes ?? 0);
        if (announcedBytes > _paths.FreeBytes)
        {
            throw new EngineException($"The archive has {Quantity.Bytes(announcedBytes.Value)}, but the server's disk has {Quantity.Bytes(_paths.FreeBytes)} free; free some space first.");
        }

        string path = Path.Combine(_paths.Uploads, $"{Guid.NewGuid():N}.zip");
        try
        {
            await CopyAsync(body, path, cancellationToken);
            return path;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task CopyAsync(Stream body, string path, CancellationToken cancellationToken)
    {
        await using FileStream file = File.Create(path, BufferBytes, FileOptions.Asynchronous);
        byte[] buffer = new byte[BufferBytes];
        long total = 0;
        for (int count; (count = await body.ReadAtLeastAsync(buffer, BufferBytes, throwOnEndOfStream: false, cancellationToken)) > 0;)
        {
            if (total == 0 && !buffer.AsSpan(0, count).StartsWith(s_zipMark))
            {
                throw new EngineException("The file is not a zip archive; upload a .zip of a folder with raw, seg, the masks and the tables.");
            }

            total += count;
            ThrowIfOver(total);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        if (total == 0)
        {
            throw new EngineException("The file is empty; upload a .zip of a folder with raw, seg, the masks and the tables.");
        }
    }

    private void ThrowIfOver(long bytes)
    {
        if (bytes > _limit)
        {
            throw new EngineException(
                $"The archive is larger than the {Quantity.Bytes(_limit)} that this server takes (SynapseLab:MaxUploadBytes); "
                + "copy the folder to the server and register it from there.");
        }
    }
}
