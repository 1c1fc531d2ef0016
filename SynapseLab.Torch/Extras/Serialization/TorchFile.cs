using System.IO.Compression;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// PyTorch's checkpoint file (<c>.pt</c>), as torch.save writes it since 1.6 and torch.load opens it, also with
/// <c>weights_only=True</c>; files from before are read too. Layout: README.md beside this file.
/// </summary>
public static class TorchFile
{
    private const string Folder = "archive";

    /// <summary>Writes one value: a dictionary, list, tensor, number or text (see <see cref="TorchDictionary"/>).</summary>
    public static void Write(Stream output, object? value)
    {
        var pickle = new PickleWriter();
        byte[] data = pickle.Write(value);
        var zip = new AlignedZipWriter(output);
        zip.Add($"{Folder}/data.pkl", data);
        zip.Add($"{Folder}/byteorder", "little"u8);
        for (int i = 0; i < pickle.Storages.Count; i++)
        {
            zip.Add($"{Folder}/data/{i}", pickle.Storages[i].Bytes);
        }

        zip.Add($"{Folder}/version", "3\n"u8);
        zip.Finish();
    }

    /// <summary>Reads a file that must hold a dictionary: a checkpoint or a state dict.</summary>
    /// <exception cref="TorchFileException">It is no such file, is damaged, or holds something else than values and tensors.</exception>
    public static TorchDictionary ReadDictionary(string path) =>
        Read(path) as TorchDictionary
            ?? throw new TorchFileException(TorchFileProblem.Unsupported, $"{path}: expected a dictionary, such as a checkpoint or state dict");

    /// <summary>Reads a dictionary from bytes that <see cref="Write"/> made.</summary>
    /// <exception cref="TorchFileException">As <see cref="ReadDictionary(string)"/>.</exception>
    public static TorchDictionary ReadDictionary(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return Read(zip, bytes.Length) as TorchDictionary ?? throw new TorchFileException(TorchFileProblem.Unsupported, "expected a dictionary, such as a checkpoint or state dict");
    }

    /// <summary>Reads a file's value.</summary>
    /// <exception cref="TorchFileException">As <see cref="ReadDictionary(string)"/>.</exception>
    public static object? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (IsLegacy(file))
            {
                return LegacyTorchFile.Read(file);
            }

            using var zip = new ZipArchive(file, ZipArchiveMode.Read);
            return Read(zip, file.Length);
        }
        catch (TorchFileException e)
        {
            throw e.In(path);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw TorchFileException.Damaged($"{path}: the archive is damaged or cut short ({e.Message})", e);
        }
    }

    private static object? Read(ZipArchive zip, long fileLength)
    {
        var pickle = zip.Entries.FirstOrDefault(entry => entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal))
            ?? throw new TorchFileException(TorchFileProblem.NotThisFormat, "a ZIP archive without data.pkl is no PyTorch file");
        string folder = pickle.FullName[..^"data.pkl".Length];
        if (zip.GetEntry(folder + "constants.pkl") is not null)
        {
            throw TorchFileException.Unsupported("this is a TorchScript program; expected a state dict, saved with torch.save(model.state_dict(), …)");
        }

        if (zip.GetEntry(folder + "byteorder") is { } order && Bytes(order).AsSpan().SequenceEqual("big"u8))
        {
            throw TorchFileException.Unsupported("the file was written on a big-endian machine");
        }

        return new PickleReader(Bytes(pickle), id => Storage(zip, folder, id), MostTensorBytes(fileLength)).Read();
    }

    /// <summary>What all tensors of a file may take: tied weights are there more than once, and a tensor may repeat its few elements.</summary>
    internal static long MostTensorBytes(long fileLength) => (8 * fileLength) + (1 << 20);

    private static byte[] Storage(ZipArchive zip, string folder, StorageId id)
    {
        var entry = zip.GetEntry($"{folder}data/{id.Key}")
            ?? throw TorchFileException.Damaged($"the archive lacks the record data/{id.Key}");
        if (entry.Length != id.Count * id.Type.SizeInBytes())
        {
            throw TorchFileException.Damaged($"record data/{id.Key} has {entry.Length} bytes, expected {id.Count} × {id.Type.SizeInBytes()}");
        }

        byte[] bytes = Bytes(entry);
        return Crc32.Compute(bytes) == entry.Crc32
            ? bytes
            : throw TorchFileException.Damaged($"the values of record data/{id.Key} have changed since they were written (their checksum differs)");
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length > Array.MaxLength || entry.Length > entry.CompressedLength)
        {
            throw TorchFileException.Unsupported($"record {entry.FullName} is packed or over 2 GiB; PyTorch stores records as they are");
        }

        byte[] bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A ZIP starts with "PK"; PyTorch before 1.6 wrote a bare pickle, 0x80 0x02.</summary>
    private static bool IsLegacy(FileStream file)
    {
        Span<byte> start = stackalloc byte[2];
        int read = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        if (read == 2 && start[0] == 0x80)
        {
            return true;
        }

        if (read < 2 || !start.SequenceEqual("PK"u8))
        {
            throw new TorchFileException(TorchFileProblem.NotThisFormat, "expected a PyTorch checkpoint (.pt), got another kind of file");
        }

        file.Position = 0;
        return false;
    }
}
