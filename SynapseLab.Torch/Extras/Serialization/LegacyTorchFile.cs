using System.Buffers.Binary;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// The format of torch.save before PyTorch 1.6, in which most published 3D networks lie: pickles end to end, then the elements.
/// <code>
/// magic number · protocol 1001 · {protocol_version, little_endian, type_sizes} · the value · [storage keys]
/// and for each key in that order: count (int64) · count elements
/// </code>
/// Read only; the pickles go through <see cref="PickleReader"/>, so nothing in them is run.
/// </summary>
internal static class LegacyTorchFile
{
    /// <summary>Both fixed pickles: the integers 0x1950a86a20f9469cfc6c and 1001.</summary>
    private static ReadOnlySpan<byte> Start =>
        [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.', 0x80, 2, (byte)'M', 0xe9, 3, (byte)'.'];

    /// <exception cref="TorchFileException">It is another pickle, is damaged, or holds something else than values and tensors.</exception>
    internal static object? Read(FileStream file)
    {
        byte[] bytes = Bytes(file);
        if (!bytes.AsSpan().StartsWith(Start))
        {
            throw new TorchFileException(TorchFileProblem.NotThisFormat, "a pickle without PyTorch's magic number is no checkpoint; save the weights with torch.save");
        }

        int at = Start.Length;
        RequireLittleEndian(Next(bytes, ref at, NoStorage));

        // The elements stand behind the value that names them: a first reading finds where, with zeros in their place.
        int valueAt = at;
        var zeros = new ZeroStorages(bytes.Length);
        Next(bytes, ref at, zeros.Find);
        object?[] keys = Next(bytes, ref at, NoStorage) is List<object?> list ? [.. list] : throw TorchFileException.Damaged("expected the list of storages");
        var storages = Storages(bytes, at, keys, zeros.Named);
        return Next(bytes, ref valueAt, id => storages.TryGetValue(id.Key, out byte[]? found) ? found : throw TorchFileException.Damaged($"the file lacks storage {id.Key}"));
    }

    private static byte[] Bytes(FileStream file)
    {
        if (file.Length > Array.MaxLength)
        {
            throw TorchFileException.Unsupported("the file has PyTorch's format from before 1.6 and over 2 GiB; open it in Python and save it again with torch.save");
        }

        byte[] bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static object? Next(byte[] bytes, ref int at, Func<StorageId, byte[]> readStorage)
    {
        var pickle = new PickleReader(bytes, readStorage, TorchFile.MostTensorBytes(bytes.Length), at);
        object? value = pickle.Read();
        at = pickle.End;
        return value;
    }

    private static void RequireLittleEndian(object? system)
    {
        if (system is not TorchDictionary about || !about.TryGetValue("little_endian", out object? isLittle) || isLittle is not true)
        {
            throw TorchFileException.Unsupported("expected a file of a little-endian machine");
        }
    }

    private static Dictionary<string, byte[]> Storages(byte[] bytes, int at, object?[] keys, IReadOnlyDictionary<string, StorageId> named)
    {
        var storages = new Dictionary<string, byte[]>();
        foreach (object? key in keys)
        {
            if (key is not string name || !named.TryGetValue(name, out var id))
            {
                throw TorchFileException.Damaged($"storage {key ?? "None"} belongs to no tensor");
            }

            long length = id.Count * id.Type.SizeInBytes();
            if (bytes.Length - at < 8 + length || BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at)) != id.Count)
            {
                throw TorchFileException.Damaged($"storage {name} is cut short, or has not the {id.Count} elements that its tensors name");
            }

            storages[name] = bytes[(at + 8)..(int)(at + 8 + length)];
            at += (int)(8 + length);
        }

        return storages;
    }

    private static byte[] NoStorage(StorageId id) => throw TorchFileException.Damaged($"storage {id.Key} outside of the value");

    /// <summary>Zeros for each storage that a pickle names; together no more than the file has.</summary>
    private sealed class ZeroStorages(int fileLength)
    {
        private readonly Dictionary<string, StorageId> _named = [];
        private readonly Dictionary<string, byte[]> _zeros = [];
        private long _bytesLeft = fileLength;

        internal IReadOnlyDictionary<string, StorageId> Named => _named;

        internal byte[] Find(StorageId id)
        {
            if (_named.TryGetValue(id.Key, out var known) && known == id)
            {
                return _zeros[id.Key];
            }

            if (known is not null || id.Count < 0 || id.Count > _bytesLeft / id.Type.SizeInBytes())
            {
                throw TorchFileException.Damaged($"storage {id.Key} of {id.Count} elements does not fit a file of {fileLength} bytes, or has two sizes");
            }

            long length = id.Count * id.Type.SizeInBytes();
            _bytesLeft -= length;
            _named[id.Key] = id;
            return _zeros[id.Key] = new byte[length];
        }
    }
}
