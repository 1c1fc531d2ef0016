using System.Buffers.Binary;
using System.Text;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// A pickle machine that can build nothing but plain values and tensors: it knows the opcodes of <see cref="PickleOpcode"/>
/// and the names of <see cref="PickleGlobals"/>, and refuses all else. Nothing in the file is ever executed.
/// </summary>
/// <param name="pickle">Holds the pickle.</param>
/// <param name="readStorage">Finds the elements that a tensor refers to.</param>
/// <param name="mostTensorBytes">All tensors together may take so much: a few bytes can say that a stored element stands for millions.</param>
/// <param name="start">Where it begins.</param>
internal sealed class PickleReader(byte[] pickle, Func<StorageId, byte[]> readStorage, long mostTensorBytes, int start = 0)
{
    private static readonly object s_mark = new();

    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<int, object?> _memo = [];
    private readonly PickleBytes _bytes = new(pickle, start);
    private long _tensorBytesLeft = mostTensorBytes;

    /// <summary>Index behind the last byte read.</summary>
    internal int End => _bytes.At;

    /// <summary>The one value of the pickle.</summary>
    /// <exception cref="TorchFileException">It is damaged or holds something else than values and tensors.</exception>
    internal object? Read()
    {
        while (true)
        {
            int at = _bytes.At;
            var opcode = (PickleOpcode)_bytes.Take(1)[0];
            if (opcode == PickleOpcode.Stop)
            {
                return Pop();
            }

            try
            {
                Step(opcode, at);
            }
            catch (Exception e) when (e is InvalidCastException or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException)
            {
                throw TorchFileException.Damaged($"data.pkl: operation {opcode} at byte {at} does not fit what stands before it", e);
            }
        }
    }

    private void Step(PickleOpcode opcode, int at)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: Protocol(_bytes.Take(1)[0]); break;
            case PickleOpcode.Mark: _stack.Push(s_mark); break;
            case PickleOpcode.None: _stack.Push(null); break;
            case PickleOpcode.NewTrue: _stack.Push(true); break;
            case PickleOpcode.NewFalse: _stack.Push(false); break;
            case PickleOpcode.BinInt1: _stack.Push((long)_bytes.Take(1)[0]); break;
            case PickleOpcode.BinInt2: _stack.Push((long)BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Take(2))); break;
            case PickleOpcode.BinInt: _stack.Push((long)BinaryPrimitives.ReadInt32LittleEndian(_bytes.Take(4))); break;
            case PickleOpcode.Long1: _stack.Push(_bytes.Long(_bytes.Take(1)[0])); break;
            case PickleOpcode.BinFloat: _stack.Push(BinaryPrimitives.ReadDoubleBigEndian(_bytes.Take(8))); break;
            case PickleOpcode.BinUnicode: _stack.Push(Encoding.UTF8.GetString(_bytes.Take(_bytes.Length()))); break;
            case PickleOpcode.EmptyTuple: _stack.Push(Array.Empty<object?>()); break;
            case PickleOpcode.Tuple: _stack.Push(ToMark()); break;
            case PickleOpcode.Tuple1: _stack.Push(Last(1)); break;
            case PickleOpcode.Tuple2: _stack.Push(Last(2)); break;
            case PickleOpcode.Tuple3: _stack.Push(Last(3)); break;
            case PickleOpcode.EmptyList: _stack.Push(new List<object?>()); break;
            case PickleOpcode.Append: Append([Pop()]); break;
            case PickleOpcode.Appends: Append(ToMark()); break;
            case PickleOpcode.EmptyDict: _stack.Push(new TorchDictionary()); break;
            case PickleOpcode.SetItem: SetItems(Last(2)); break;
            case PickleOpcode.SetItems: SetItems(ToMark()); break;
            case PickleOpcode.BinPut: _memo[_bytes.Take(1)[0]] = _stack.Peek(); break;
            case PickleOpcode.LongBinPut: _memo[_bytes.Length()] = _stack.Peek(); break;
            case PickleOpcode.BinGet: _stack.Push(Memo(_bytes.Take(1)[0])); break;
            case PickleOpcode.LongBinGet: _stack.Push(Memo(_bytes.Length())); break;
            case PickleOpcode.Global: _stack.Push(PickleGlobals.Find(_bytes.Line(), _bytes.Line())); break;
            case PickleOpcode.Reduce: Reduce(); break;
            case PickleOpcode.Build: Build(); break;
            case PickleOpcode.BinPersId: _stack.Push(StorageId.From((object?[])Pop()!)); break;
            default: throw TorchFileException.Unsupported($"data.pkl: operation 0x{(byte)opcode:x2} at byte {at} is none that torch.save writes");
        }
    }

    private static void Protocol(byte version)
    {
        if (version != 2)
        {
            throw TorchFileException.Unsupported($"expected pickle protocol 2, got {version}; save the file again with torch.save's default protocol");
        }
    }

    private void Reduce()
    {
        var arguments = (object?[])Pop()!;
        var global = (PickleGlobal)Pop()!;
        object? value = PickleGlobals.Call(global, arguments, readStorage, _tensorBytesLeft);
        _tensorBytesLeft -= value is TensorData tensor ? tensor.Bytes.LongLength : 0;
        _stack.Push(value);
    }

    /// <summary>PyTorch hangs <c>_metadata</c> (module versions) on a state dict; it carries nothing that we need.</summary>
    private void Build()
    {
        object? state = Pop();
        if (state is not TorchDictionary || _stack.Peek() is not TorchDictionary)
        {
            throw TorchFileException.Unsupported("data.pkl: expected attributes only on a state dict");
        }
    }

    private void Append(object?[] items) => ((List<object?>)_stack.Peek()!).AddRange(items);

    private void SetItems(object?[] keysAndValues)
    {
        var dictionary = (TorchDictionary)_stack.Peek()!;
        for (int i = 0; i < keysAndValues.Length; i += 2)
        {
            if (keysAndValues[i] is not (string or long))
            {
                throw TorchFileException.Unsupported($"data.pkl: expected a string or integer as key, got {keysAndValues[i] ?? "None"}");
            }

            dictionary[keysAndValues[i]!] = keysAndValues[i + 1];
        }
    }

    private object? Pop() => _stack.TryPop(out object? value) ? value : throw TorchFileException.Damaged($"data.pkl ends its values early at byte {_bytes.At}");

    private object?[] Last(int count)
    {
        object?[] values = new object?[count];
        for (int i = count - 1; i >= 0; i--)
        {
            values[i] = Pop();
        }

        return values;
    }

    private object?[] ToMark()
    {
        var values = new List<object?>();
        for (object? value = Pop(); value != s_mark; value = Pop())
        {
            values.Add(value);
        }

        values.Reverse();
        return [.. values];
    }

    private object? Memo(int index) =>
        _memo.TryGetValue(index, out object? value) ? value : throw TorchFileException.Damaged($"data.pkl refers to value {index}, which it never stored");
}
